#include "tests/conversations/scene.hpp"

#include "bot/config/reader.hpp"
#include "bot/domain/text.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace kintsugi::scenes {
namespace {

std::string trimmed(std::string_view text)
{
    return std::string{text::trim(text)};
}

class Reader {
public:
    explicit Reader(const std::filesystem::path& file) : file_(file), in_(file)
    {
        if (!in_) throw std::runtime_error{file.string() + ": cannot be read"};
        scene_.file = file.string();
    }

    Scene read()
    {
        for (std::string line; std::getline(in_, line);) {
            ++number_;
            line = trimmed(line);
            if (!line.empty() && line.front() != '#') read_line(line);
        }
        return std::move(scene_);
    }

private:
    [[noreturn]] void complain(const std::string& what) const
    {
        throw std::runtime_error{file_.string() + ":" + std::to_string(number_) + ": " + what};
    }

    void add(Step step) { scene_.steps.push_back({number_, std::move(step)}); }

    void read_line(const std::string& line)
    {
        if (line.front() == '|') return continue_text(trimmed(line.substr(1)));
        if (line.starts_with("->")) return expect(line.substr(2), false);
        if (line.starts_with("-x")) return expect(line.substr(2), true);
        if (line.front() == '+') return pass(line.substr(1));
        if (line == "restart") return add(Restarts{});
        if (line == "no answer") return add(ExpectsNothing{});
        const auto space = line.find(' ');
        const auto word = line.substr(0, space), rest = space == std::string::npos ? "" : trimmed(line.substr(space));
        if (word == "scene")
            scene_.title = rest;
        else if (word == "language")
            scene_.language = named<Language>(rest).value();
        else if (word == "at")
            scene_.starts = rest;
        else if (word == "cast")
            scene_.cast = rest;
        else if (word == "until")
            add(Passes{rest, {}});
        else if (word == "hidden:")
            add(Hides{rest});
        else if (word == "platform")
            answers(rest);
        else if (word == "twice")
            say(rest, true);
        else if (word == "case" || word == "cause" || word == "publication" || word == "consent")
            state(word, rest);
        else if (line.find(" presses ") != std::string::npos)
            press(line);
        else
            say(line, false);
    }

    void continue_text(const std::string& text)
    {
        if (scene_.steps.empty()) complain("nothing to continue");
        auto& step = scene_.steps.back().step;
        if (auto* says = std::get_if<Says>(&step))
            says->text += "\n" + text;
        else if (auto* expects = std::get_if<Expects>(&step))
            expects->text += "\n" + text;
        else
            complain("only words can be continued");
    }

    void say(const std::string& line, bool twice)
    {
        const auto colon = line.find(": ");
        if (colon == std::string::npos) complain("not a step: " + line);
        Says says;
        says.who = trimmed(line.substr(0, colon));
        says.text = trimmed(line.substr(colon + 2));
        says.twice = twice;
        if (const auto at = says.who.find(" @"); at != std::string::npos) {
            says.room = trimmed(says.who.substr(at + 2));
            says.who = trimmed(says.who.substr(0, at));
            constexpr std::string_view aside = " aside";
            if (says.room.ends_with(aside)) {
                says.room.resize(says.room.size() - aside.size());
                says.addressed = false;
            }
        }
        add(std::move(says));
    }

    void press(const std::string& line)
    {
        constexpr std::string_view verb = " presses ";
        const auto at = line.find(verb);
        Presses presses{trimmed(line.substr(0, at)), trimmed(line.substr(at + verb.size())), ""};
        if (const auto room = presses.label.find(" @"); room != std::string::npos) {
            presses.room = trimmed(presses.label.substr(room + 2));
            presses.label = trimmed(presses.label.substr(0, room));
        }
        add(std::move(presses));
    }

    void expect(const std::string& line, bool absent)
    {
        const auto colon = line.find(": ");
        if (colon == std::string::npos) complain("an expectation needs a receiver and words");
        add(Expects{trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 2)), absent});
    }

    void pass(const std::string& amount)
    {
        const auto duration = parse_duration(trimmed(amount));
        if (!duration) complain("not a length of time: " + amount);
        add(Passes{"", *duration});
    }

    void answers(const std::string& rest)
    {
        Answers answers;
        std::istringstream in{rest};
        std::string word;
        if (!(in >> word >> answers.status >> answers.times) || word != "answers")
            complain("platform answers <status> <times>");
        add(answers);
    }

    void state(const std::string& kind, const std::string& rest)
    {
        ExpectsState expects{kind, rest.substr(0, rest.find(':')), {}};
        std::istringstream in{rest.substr(rest.find(':') + 1)};
        for (std::string word; in >> word;) {
            const auto sign = word.find('=');
            if (sign == std::string::npos) complain("not key=value: " + word);
            expects.facts.emplace_back(word.substr(0, sign), word.substr(sign + 1));
        }
        add(std::move(expects));
    }

    std::filesystem::path file_;
    std::ifstream in_;
    Scene scene_;
    int number_ = 0;
};

} // namespace

Scene read_scene(const std::filesystem::path& file)
{
    return Reader{file}.read();
}

} // namespace kintsugi::scenes
