#include "bot/demo/story.hpp"

#include <toml++/toml.h>

#include <stdexcept>

namespace kintsugi::demo {
namespace {

class StepReader {
public:
    StepReader(const toml::table& table, const std::string& name) : table_(table), name_(name) {}

    Step read() const
    {
        Step step{.tell = text("tell"),
                  .who = text("who"),
                  .where = text("where"),
                  .say = text("say"),
                  .press = text("press")};
        if (step.where.empty()) step.where = "dm:" + step.who;
        if (const auto minutes = table_["pass_minutes"].value<std::int64_t>())
            step.pass = std::chrono::minutes{*minutes};
        step.expect = expectations("expect");
        step.never = expectations("never");
        if (step.tell.empty()) fail("has no tell");
        if (step.who.empty() != (step.say.empty() && step.press.empty())) fail("needs who and one of say, press");
        return step;
    }

private:
    std::string text(std::string_view key) const { return table_[key].value_or(std::string{}); }

    /// expect = { lin_ke = "…", "@members_3" = ["…", "…"] }: @ for rooms, others in their direct conversation.
    std::vector<Expectation> expectations(std::string_view key) const
    {
        std::vector<Expectation> found;
        const auto* wanted = table_[key].as_table();
        if (wanted == nullptr) return found;
        for (const auto& [name, value] : *wanted) {
            const std::string_view who{name.str()};
            const auto conversation = who.starts_with('@') ? std::string{who.substr(1)} : "dm:" + std::string{who};
            if (const auto one = value.value<std::string>()) found.push_back({conversation, *one});
            if (const auto* several = value.as_array())
                for (const auto& each : *several)
                    found.push_back({conversation, each.value_or(std::string{})});
        }
        for (const auto& each : found)
            if (each.text.empty()) fail("expects something that is no text");
        return found;
    }

    [[noreturn]] void fail(const std::string& what) const
    {
        throw std::runtime_error{name_ + ":" + std::to_string(table_.source().begin.line) + ": this step " + what};
    }

    const toml::table& table_;
    const std::string& name_;
};

} // namespace

Story read_story(std::string_view toml, const std::string& name)
{
    const auto document = toml::parse(toml, name);
    Story story{document["title"].value_or(std::string{}), {}};
    if (const auto* steps = document["steps"].as_array())
        for (const auto& step : *steps)
            if (const auto* table = step.as_table()) story.steps.push_back(StepReader{*table, name}.read());
    if (story.steps.empty()) throw std::runtime_error{name + ": there are no [[steps]]"};
    return story;
}

} // namespace kintsugi::demo
