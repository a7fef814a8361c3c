// Who may include whom: DESIGN.md, section 3, as a table. Every include of every source is compared with it.

#include "tests/architecture/sources.hpp"

namespace kintsugi::tests {
namespace {

using Words = std::vector<std::string>;

/// The first row whose `folder` begins a source's path counts.
struct Layer {
    std::string folder;
    Words ours;      ///< beginnings of our own includes
    Words headers;   ///< beginnings of third parties' includes, anywhere
    Words sources{}; ///< more of them, in .cpp only
};

const Words domain{"bot/domain/"}, conversation{"bot/domain/", "bot/conversation/"};

const std::vector<Layer> layers{
    // An area of the domain knows the cases and no other area; the service passes joint facts as values.
    {"bot/domain/cases/", {"bot/domain/cases/", "bot/domain/*"}, {}},
    {"bot/domain/causes/", {"bot/domain/causes/", "bot/domain/cases/", "bot/domain/*"}, {}},
    {"bot/domain/sharing/anonymizer.cpp", {"bot/domain/sharing/", "bot/domain/*"}, {"re2/"}},
    {"bot/domain/sharing/placeholders.cpp", {"bot/domain/sharing/", "bot/domain/*"}, {"re2/"}},
    {"bot/domain/sharing/identifiability.cpp", {"bot/domain/sharing/", "bot/domain/*"}, {"re2/"}},
    {"bot/domain/sharing/", {"bot/domain/sharing/", "bot/domain/cases/", "bot/domain/*"}, {}},
    {"bot/domain/text_folding.cpp", {"bot/domain/*"}, {"unicode/"}},
    {"bot/domain/make_simplified_table.cpp", {"bot/domain/*"}, {"unicode/"}},
    {"bot/domain/time.cpp", {"bot/domain/*"}, {"date/"}},
    {"bot/domain/", {"bot/domain/*", "bot/domain/cases/"}, {"tl/expected.hpp", "fmt/"}},

    {"bot/conversation/", conversation, {}, {"toml++/"}},

    {"bot/service/metrics.cpp", {"bot/service/"}, {"prometheus/"}},
    {"bot/service/", {"bot/domain/", "bot/conversation/", "bot/service/"}, {}, {"fmt/", "spdlog/"}},

    {"bot/http/",
     {"bot/domain/", "bot/conversation/", "bot/service/", "bot/http/", "embedded/static_files.hpp"},
     {"boost/asio", "boost/beast", "boost/json/fwd.hpp"},
     {"boost/json", "unistd.h"}},

    {"bot/config/reader.hpp", {"bot/config/"}, {"toml++/"}}, // for the sources of its folder only
    {"bot/config/", {"bot/domain/", "bot/service/knowledge.hpp", "bot/config/"}, {}, {"toml++/"}},

    {"adapters/curl_client.cpp", {"adapters/", "bot/domain/", "bot/service/http_client.hpp"}, {"curl/"}},
    {"adapters/signatures.cpp", {"adapters/", "bot/domain/"}, {"openssl/"}},
    {"adapters/",
     {"adapters/", "bot/domain/", "bot/conversation/", "bot/service/http_client.hpp"},
     {},
     {"boost/json", "pugixml"}},

    {"storage/sqlite_connection.cpp", {"storage/"}, {"SQLiteCpp/", "sqlite3.h"}},
    {"storage/postgres_connection.cpp", {"storage/"}, {"libpq-fe.h"}},
    {"storage/",
     {"storage/", "bot/domain/", "bot/conversation/", "bot/service/stores.hpp", "bot/service/records.hpp",
      "embedded/migrations.hpp"},
     {"boost/json"}, // its value is what codecs pass on; no header outside of storage sees it
     {"openssl/", "fcntl.h", "unistd.h"}},

    {"bot/", {"bot/", "adapters/", "storage/", "embedded/"}, {}, {"*"}}, // the root sees everything
};

/// "bot/domain/*" allows the files of that folder, not those of folders below; "*" allows all.
bool allows(const Words& beginnings, const std::string& include)
{
    return std::ranges::any_of(beginnings, [&](const std::string& beginning) {
        if (beginning == "*") return true;
        if (!beginning.ends_with('*')) return include.starts_with(beginning);
        const auto folder = beginning.substr(0, beginning.size() - 1);
        return include.starts_with(folder) && include.find('/', folder.size()) == std::string::npos;
    });
}

const Layer& layer_of(const std::string& path)
{
    const auto layer = std::ranges::find_if(layers, [&](const Layer& row) { return path.starts_with(row.folder); });
    REQUIRE(layer != layers.end());
    return *layer;
}

/// The standard library's headers have neither a folder nor an ending.
bool is_standard(const std::string& include)
{
    return include.find_first_of("/.") == std::string::npos;
}

bool may_include(const Source& source, const std::string& include, bool in_quotes)
{
    const auto& layer = layer_of(source.path);
    if (in_quotes) return allows(layer.ours, include);
    if (is_standard(include) || allows(layer.headers, include)) return true;
    return !source.is_header() && allows(layer.sources, include);
}

} // namespace

TEST_CASE("every include goes where its layer may look", "[architecture]")
{
    std::size_t seen = 0;
    for (const auto& source : sources({"bot", "adapters", "storage"}))
        for (const auto& line : source.lines) {
            if (!line.starts_with("#include ")) continue;
            const bool in_quotes = line.at(9) == '"';
            const auto include = line.substr(10, line.find_first_of("\">", 10) - 10);
            ++seen;
            if (may_include(source, include, in_quotes)) continue;
            FAIL_CHECK(source.path << " may not include " << include);
        }
    CHECK(seen > 500); // the scan itself works
}

TEST_CASE("the table refuses what the design refuses", "[architecture]")
{
    const auto may = [](const char* path, const char* include, bool in_quotes = true) {
        return may_include({path, {}}, include, in_quotes);
    };
    CHECK_FALSE(may("bot/domain/text.cpp", "bot/conversation/card.hpp"));
    CHECK_FALSE(may("bot/domain/cases/case.cpp", "bot/domain/sharing/consent.hpp"));
    CHECK_FALSE(may("bot/domain/causes/cause.cpp", "bot/domain/sharing/consent.hpp"));
    CHECK_FALSE(may("bot/domain/cases/case.cpp", "re2/re2.h", false));
    CHECK_FALSE(may("bot/conversation/card.hpp", "toml++/toml.h", false));
    CHECK_FALSE(may("bot/conversation/card.cpp", "bot/service/stores.hpp"));
    CHECK_FALSE(may("bot/service/intake.cpp", "storage/inbox.hpp"));
    CHECK_FALSE(may("bot/service/intake.cpp", "boost/asio/post.hpp", false));
    CHECK_FALSE(may("bot/http/router.cpp", "adapters/console.hpp"));
    CHECK_FALSE(may("adapters/console.cpp", "bot/service/stores.hpp"));
    CHECK_FALSE(may("adapters/console.cpp", "curl/curl.h", false));
    CHECK_FALSE(may("storage/inbox.cpp", "SQLiteCpp/Database.h", false));
    CHECK_FALSE(may("storage/inbox.cpp", "bot/service/intake.hpp"));
    CHECK(may("bot/domain/cases/case.cpp", "bot/domain/text.hpp"));
    CHECK(may("bot/conversation/verbs.cpp", "toml++/toml.h", false));
    CHECK(may("bot/runtime.cpp", "storage/inbox.hpp"));
    CHECK(may("bot/domain/text.hpp", "string", false));
}

TEST_CASE("a header is included once, and looks from the root", "[architecture]")
{
    for (const auto& source : sources({"bot", "adapters", "storage", "tests/bot", "tests/storage"})) {
        if (source.is_header() && (source.lines.empty() || source.lines.front() != "#pragma once"))
            FAIL_CHECK(source.path << " does not begin with #pragma once");
        for (const auto& line : source.lines)
            if (line.starts_with("#include \"") && line.find('/') == std::string::npos)
                FAIL_CHECK(source.path << ": " << line);
    }
}

} // namespace kintsugi::tests
