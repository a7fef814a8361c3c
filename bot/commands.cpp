#include "bot/commands.hpp"

#include "bot/commands/running.hpp"
#include "bot/commands/upkeep.hpp"

#include <CLI/CLI.hpp>

#include <functional>

namespace kintsugi {
namespace {

/// What the arguments say; each command takes its part.
struct Arguments {
    File config = "kintsugi.toml";
    File file;
    std::string person;
    std::string language;
    bool dry_run = false;
    DemoOptions demo;
};

using Run = std::function<int(const Terminal&, const Arguments&)>;

class CommandLine {
public:
    explicit CommandLine(Language language) : terminal_(language), app_(terminal_.text("about"), "kintsugi")
    {
        app_.set_version_flag("--version", KINTSUGI_VERSION);
        app_.require_subcommand(1);
        app_.add_option("--lang", arguments_.language, terminal_.text("language"))
            ->check(CLI::IsMember({"zh-CN", "zh", "en"}));
        app_.fallthrough();
        add_running();
        add_upkeep();
    }

    int run(int count, char** arguments)
    {
        try {
            app_.parse(count, arguments);
        } catch (const CLI::ParseError& error) {
            return app_.exit(error); // also for --help
        }
        return chosen_(terminal_, arguments_);
    }

private:
    void add_running()
    {
        with_config(add("serve", [](const Terminal& t, const Arguments& a) { return serve(t, a.config); }));
        auto* show = add("demo", [](const Terminal& t, const Arguments& a) { return play_demo(t, a.demo); });
        show->add_flag("--once", arguments_.demo.once, terminal_.text("demo_once"));
        show->add_option("--port", arguments_.demo.port, terminal_.text("demo_port"))
            ->check(CLI::Range(0, 65535))
            ->capture_default_str();
    }

    void add_upkeep()
    {
        with_config(add("check", [](const Terminal& t, const Arguments& a) { return check(t, a.config); }));
        with_config(add("migrate", [](const Terminal& t, const Arguments& a) { return migrate(t, a.config); }));
        auto* derive = with_config(
            add("rebuild", [](const Terminal& t, const Arguments& a) { return rebuild(t, a.config, a.dry_run); }));
        derive->add_flag("--dry-run", arguments_.dry_run, terminal_.text("rebuild_dry_run"));
        with_file(with_config(
                      add("backup", [](const Terminal& t, const Arguments& a) { return backup(t, a.config, a.file); })),
                  "target");
        with_file(with_config(add("restore",
                                  [](const Terminal& t, const Arguments& a) { return restore(t, a.config, a.file); })),
                  "source");
        auto* audit = app_.add_subcommand("audit", terminal_.text("audit"));
        audit->require_subcommand(1);
        with_config(add(
            "verify", [](const Terminal& t, const Arguments& a) { return verify_audit(t, a.config); }, audit,
            "audit_verify"));
        with_file(add(
                      "new-key", [](const Terminal& t, const Arguments& a) { return make_key(t, a.file); }, nullptr,
                      "new_key"),
                  "target");
        auto* link = with_config(
            add("link", [](const Terminal& t, const Arguments& a) { return make_link(t, a.config, a.person); }));
        link->add_option("person", arguments_.person, terminal_.text("person"))->required();
    }

    CLI::App* add(const std::string& name, Run run, CLI::App* parent = nullptr, std::string_view about = {})
    {
        auto* command = (parent == nullptr ? &app_ : parent)
                            ->add_subcommand(name, terminal_.text(about.empty() ? std::string_view{name} : about));
        command->fallthrough();
        command->callback([this, run = std::move(run)] { chosen_ = run; });
        return command;
    }

    CLI::App* with_config(CLI::App* command)
    {
        command->add_option("--config", arguments_.config, terminal_.text("config"))->capture_default_str();
        return command;
    }

    CLI::App* with_file(CLI::App* command, std::string_view what)
    {
        command->add_option("file", arguments_.file, terminal_.text(what))->required();
        return command;
    }

    Terminal terminal_;
    CLI::App app_;
    Arguments arguments_;
    Run chosen_;
};

} // namespace

int run_command(int count, char** arguments)
{
    return CommandLine{terminal_language(count, arguments)}.run(count, arguments);
}

} // namespace kintsugi
