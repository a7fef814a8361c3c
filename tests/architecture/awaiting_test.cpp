// g++ 12 destroys twice what an expression with co_await builds from braces or captures (DESIGN.md, section 7): such a
// value gets a name on the line before. And files stay small enough to be read (STYLE.md, section 3).

#include "tests/architecture/sources.hpp"

#include <cctype>
#include <map>
#include <utility>

namespace kintsugi::tests {
namespace {

/// Without comments and the contents of strings.
std::string code_of(const std::string& line)
{
    std::string code;
    bool in_string = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (!in_string && line.compare(at, 2, "//") == 0) break;
        if (in_string && line[at] == '\\') {
            ++at;
            continue;
        }
        if (line[at] == '"') in_string = !in_string;
        if (!in_string) code += line[at];
    }
    return code;
}

bool is_name(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// A statement with co_await that builds an aggregate, a list, or a lambda that captures. A brace that opens a block
/// ends the statement before; `[a, b] =` takes apart.
bool is_dangerous(std::string statement)
{
    const auto await = statement.find("co_await");
    if (await == std::string::npos) return false;
    if (const auto parts = statement.find("auto"); parts < await && statement.find("] =", parts) < await)
        statement.erase(0, statement.find("] =", parts) + 3);
    if (const auto empty = statement.find("std::string{}"); empty != std::string::npos) // a constructor, no aggregate
        statement.erase(empty, std::string_view{"std::string{}"}.size());
    if (statement.find('{') != std::string::npos) return true;
    for (auto at = statement.find('['); at != std::string::npos; at = statement.find('[', at + 1)) {
        const bool subscript =
            at > 0 && (is_name(statement[at - 1]) || statement[at - 1] == ')' || statement[at - 1] == ']');
        if (!subscript && statement.compare(at, 2, "[]") != 0) return true;
    }
    return false;
}

/// Statements of a file: cut at semicolons and at braces that open or close a block. A brace behind a name, "=", "("
/// or "," is a value's and stays in its statement.
std::vector<std::string> statements_of(const Source& source)
{
    std::vector<std::string> statements;
    std::string current;
    int braces = 0; ///< of values
    const auto end = [&] { statements.push_back(std::exchange(current, {})); };
    for (const auto& line : source.lines) {
        for (const char c : code_of(line)) {
            const auto last = current.find_last_not_of(' ');
            const char before = last == std::string::npos ? ';' : current[last];
            const bool spaced = !current.empty() && current.back() == ' ';
            const bool is_value = before == '=' || before == '(' || before == ',' || before == '{' || before == '>' ||
                                  (is_name(before) && !spaced);
            if (c == '{' && (braces > 0 || is_value)) {
                ++braces;
                current += c;
            } else if (c == '}' && braces > 0) {
                --braces;
                current += c;
            } else if (c == '{' || c == '}' || (c == ';' && braces == 0))
                end();
            else
                current += c;
        }
        current += ' ';
    }
    end();
    return statements;
}

bool is_dangerous_file(const std::string& text)
{
    return std::ranges::any_of(statements_of({"", {text}}), is_dangerous);
}

constexpr std::size_t most_lines = 300;

/// Tables, that is what may be longer, with the length that they may have.
const std::map<std::string, std::size_t> long_tables{
    {"bot/domain/cases/command.hpp", 330}, ///< one struct per command
    {"bot/domain/cases/event.hpp", 460},   ///< one struct per event
};

} // namespace

TEST_CASE("nothing that g++ 12 frees twice stands in an expression with co_await", "[architecture]")
{
    std::size_t awaits = 0;
    for (const auto& source : sources({"bot", "adapters", "storage"}))
        for (const auto& statement : statements_of(source)) {
            awaits += statement.find("co_await") != std::string::npos ? 1 : 0;
            if (is_dangerous(statement)) FAIL_CHECK(source.path << ": " << statement);
        }
    CHECK(awaits > 30); // the scan itself works
}

TEST_CASE("the scan knows the dangerous forms from the harmless ones", "[architecture]")
{
    for (const auto* text : {"co_await send(Message{to, text});", "co_await run_on(pool, [text] { return f(text); });",
                             "Call call{.body = co_await read(), .path = path};",
                             "co_await run_on(pool, [&] { return 1; });", "auto x = co_await send({to, text});",
                             "const auto [a, b] = co_await f(Call{1});", "if (co_await ask(std::string{token})) {"}) {
        CAPTURE(text);
        CHECK(is_dangerous_file(text));
    }
    for (const auto* text :
         {"Message message{to, text}; co_await send(std::move(message));", "if (!co_await was_sent(card)) {",
          "auto [error, count] = co_await read(stream, tuple);", "while (co_await next()) { f({1}); }",
          "co_await rows[2].read();", "co_await visit(token, std::string{});",
          "co_await f(); // co_await g(Message{1})", "Job job{1};", "co_await log(\"{\");"}) {
        CAPTURE(text);
        CHECK_FALSE(is_dangerous_file(text));
    }
}

TEST_CASE("coroutines live in the web side only", "[architecture]")
{
    for (const auto& source : sources({"bot", "adapters", "storage"})) {
        if (source.path.starts_with("bot/http/")) continue;
        for (const auto& line : source.lines)
            if (const auto code = code_of(line);
                code.find("co_await") != std::string::npos || code.find("co_return") != std::string::npos)
                FAIL_CHECK(source.path << ": " << line);
    }
}

TEST_CASE("a file can be read in one go", "[architecture]")
{
    for (const auto& source : sources({"bot", "adapters", "storage", "tests/bot", "tests/storage", "tests/fakes"})) {
        const auto table = long_tables.find(source.path);
        const auto most = table == long_tables.end() ? most_lines : table->second;
        if (source.lines.size() > most)
            FAIL_CHECK(source.path << " has " << source.lines.size() << " lines, at most " << most);
        if (table != long_tables.end() && source.lines.size() <= most_lines)
            FAIL_CHECK(source.path << " needs no row in the table any more");
    }
}

} // namespace kintsugi::tests
