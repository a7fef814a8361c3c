#include "bot/domain/sharing/anonymizer.hpp"

#include "bot/domain/sharing/placeholders.hpp"
#include "bot/domain/text.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <set>
#include <utility>

namespace kintsugi::sharing {
namespace {

/// `pattern` has one group: what is replaced. Written for the text as it stands; digits may be full width.
struct Rule {
    Personal kind;
    const char* pattern;
};

// Borders are spelled out: \b does not hold between an ideograph and a digit the way it does between words.
// U+E000 to U+E0FF are marks (`placeholders.hpp`).
#define NOT_DIGIT_BEFORE "(?:^|[^0-9０-９A-Za-z])"
#define DIGIT "[0-9０-９]"
#define GAP "[ \\-－.]?"

/// In this order: what an earlier rule took is not seen by a later one.
constexpr Rule rules[] = {
    {Personal::link, R"((https?://[^\s，。；]+))"},
    {Personal::email, R"(([A-Za-z0-9._%+\-]+[@＠][A-Za-z0-9.\-]+\.[A-Za-z]{2,}))"},
    {Personal::id_number, NOT_DIGIT_BEFORE "(" DIGIT "{17}[0-9０-９Xx])(?:[^0-9０-９A-Za-z]|$)"},
    {Personal::phone,
     NOT_DIGIT_BEFORE "((?:(?:\\+|00)?86" GAP ")?1[3-9０-９]" DIGIT GAP DIGIT "{4}" GAP DIGIT "{4})(?:[^0-9０-９]|$)"},
    {Personal::phone, R"((\+[0-9]{1,3}[ \-.]?(?:\(?[0-9]{1,4}\)?[ \-.]?){2,5}[0-9]{2,4}))"},
    {Personal::phone, NOT_DIGIT_BEFORE R"((\(?[2-9][0-9]{2}\)?[ \-.][0-9]{3}[ \-.][0-9]{4})(?:[^0-9]|$))"},
    {Personal::phone, NOT_DIGIT_BEFORE "(0[0-9]{2,3}[ \\-－]?[0-9]{7,8})(?:[^0-9]|$)"},
    {Personal::phone,
     R"((?i:(?:电话|手机|号码|联系|致电|phone|mobile|call|tel)[^0-9０-９\n\x{E000}-\x{E0FF}]{0,8})()" DIGIT
     R"([0-9０-９ \-]{5,14}[0-9０-９]))"},
    {Personal::order_number,
     R"((?i:(?:订单|单号|运单|快递|工单|流水|order|tracking|ticket|ref|invoice)[^0-9A-Za-z０-９\n\x{E000}-\x{E0FF}]{0,8}(?:no|number|id|号)?[^0-9A-Za-z０-９\n\x{E000}-\x{E0FF}]{0,4})((?:[A-Za-z]{1,4}[\-]?)?[0-9０-９][0-9０-９\-]{3,27}))"},
    {Personal::bank_card,
     NOT_DIGIT_BEFORE "(" DIGIT "{4}(?:" GAP DIGIT "{4}){2,3}(?:" GAP DIGIT "{1,7})?)(?:[^0-9０-９]|$)"},
    {Personal::account,
     R"((?i:(?:微信|薇信|vx|wx|wechat|qq|扣扣|uid|会员号|账号|帐号|account|member(?:ship)? (?:id|no)|user ?name|handle)[^0-9A-Za-z\n\x{E000}-\x{E0FF}]{0,6}(?:is|号|是|:|：)?[^0-9A-Za-z\n\x{E000}-\x{E0FF}]{0,3})([A-Za-z0-9_\-]{5,24}))"},
    {Personal::account, R"((?:^|[^A-Za-z0-9])([@＠][A-Za-z0-9_\p{Han}]{2,20}))"},
    {Personal::plate,
     R"(([京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·\s]?[A-HJ-NP-Z0-9]{5,6}))"},
    {Personal::address,
     R"((\p{Han}{2,8}(?:省|市|区|县|镇|乡)?\p{Han}{1,8}(?:路|街|道|巷|弄|大道|村)[0-9０-９]{1,5}号?(?:[\p{Han}0-9０-９A-Za-z\-]{0,16}(?:栋|幢|座|单元|室|楼|号)[0-9０-９]{0,5})*))"},
    {Personal::address, R"(([0-9０-９]{1,4}(?:栋|幢|座|号楼)[0-9０-９\p{Han}]{0,10}(?:室|单元|[0-9０-９]{3,4})))"},
    {Personal::address,
     R"(([0-9]{1,5} (?:[A-Z][A-Za-z]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd)\.?(?:,? (?:Apt|Unit|Suite|#) ?[A-Za-z0-9]{1,5})?))"},
    {Personal::order_number, NOT_DIGIT_BEFORE "([0-9０-９]{8,28})(?:[^0-9０-９]|$)"},
};

#undef NOT_DIGIT_BEFORE
#undef DIGIT
#undef GAP

RE2::Options quiet()
{
    RE2::Options options;
    options.set_log_errors(false);
    return options;
}

std::string any_of(const std::vector<std::string>& words)
{
    std::string pattern;
    for (const auto& word : words) {
        if (!pattern.empty()) pattern += '|';
        pattern += RE2::QuoteMeta(word);
    }
    return pattern.empty() ? "[^\\x{0}-\\x{10FFFF}]" : pattern;
}

/// Replaces group 1 of each match by `by`; true if there was one.
bool replace_all(std::string& text, const RE2& pattern, const std::string& by)
{
    std::string result;
    re2::StringPiece rest{text};
    re2::StringPiece groups[2];
    std::size_t done = 0;
    bool found = false;
    while (done <= text.size() && pattern.Match(rest, done, text.size(), RE2::UNANCHORED, groups, 2)) {
        const auto from = static_cast<std::size_t>(groups[1].data() - text.data());
        result.append(text, done, from - done);
        result += by;
        done = from + groups[1].size();
        found = true;
    }
    if (found) text = result + text.substr(done);
    return found;
}

bool replace_known(std::string& text, const std::string& value, const std::string& by)
{
    return text::length(value) >= 2 && replace_words(text, value, by);
}

std::string digits_of(std::string_view text)
{
    std::string digits;
    for (const char c : text::fold(text))
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) digits += c;
    return digits;
}

} // namespace

struct Anonymizer::Patterns {
    explicit Patterns(Words words) : placeholders(std::move(words.placeholders))
    {
        for (const auto& rule : rules)
            typed.emplace_back(rule.kind, std::make_unique<RE2>(rule.pattern, quiet()));
        const auto surname = any_of(words.surnames);
        const auto title = any_of(words.titles);
        names.push_back(std::make_unique<RE2>("((?:" + surname + ")\\p{Han}{0,2}(?:" + title + "))", quiet()));
        // any one ideograph before an honorific, but for words that only point: 这位先生
        names.push_back(std::make_unique<RE2>("([^\\P{Han}位个名的老小那这些几多]"
                                              "(?:" +
                                                  any_of(words.honorifics) + "))",
                                              quiet()));
        names.push_back(
            std::make_unique<RE2>("((?:小|老|阿)(?:" + surname + "))(?:[^\\p{Han}]|的|说|问|讲|告|要|$)", quiet()));
        names.push_back(std::make_unique<RE2>("(?:" + any_of(words.name_frames) + ")[ :：]{0,2}((?:" + surname +
                                                  ")\\p{Han}{1,2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)",
                                              quiet()));
        names.push_back(std::make_unique<RE2>(R"((?:Mr|Mrs|Ms|Miss|Dr)\.? ([A-Z][a-z]+(?: [A-Z][a-z]+)?))", quiet()));
        address = std::make_unique<RE2>("^[\\s「“\"]*((?:" + surname + ")\\p{Han}{0,2}(?:" + title +
                                            ")|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
                                            "(?:\\s+[0-9]{1,2}:[0-9]{2}|[:：]|\\s*\\n)",
                                        quiet());
        // The line over a pasted message: whoever stands before the time is its author, whatever the name looks like.
        chat_head = std::make_unique<RE2>(R"(^[\s「“"]*(\p{Han}{2,4})\s+[0-9]{1,2}:[0-9]{2}[ \t]*\n)", quiet());
        titled = std::make_unique<RE2>("(\\p{Han}{2,4})(?:" + title + "|" + any_of(words.honorifics) + ")", quiet());
        left_over = std::make_unique<RE2>(
            R"([0-9０-９]{5,}|[@＠]|[0-9０-９]{1,4}\s?(?:室|栋|幢|单元)|[0-9０-９]+号(?:楼|院|$|[^码线段]))", quiet());
    }

    /// Puts marks in place of what names a person; what was replaced.
    std::set<Personal> mark_all(std::string& text, Language language, const KnownValues& known) const
    {
        std::set<Personal> removed;
        for (const auto& [kind, pattern] : typed)
            if (replace_all(text, *pattern, placeholders.mark(language, kind))) removed.insert(kind);
        const auto& name = placeholders.mark(language, Personal::name);
        for (const auto& value : known.names)
            if (replace_known(text, value.reveal(), name) || replace_known(text, bare(value.reveal()), name))
                removed.insert(Personal::name);
        for (const auto& pattern : names)
            if (replace_all(text, *pattern, name)) removed.insert(Personal::name);
        return removed;
    }

    /// 张晓梅 of 张晓梅女士; empty where there is no title, or one ideograph would be left.
    [[nodiscard]] std::string bare(const std::string& name) const
    {
        std::string without;
        RE2::FullMatch(name, *titled, &without);
        return without;
    }

    Placeholders placeholders;
    std::vector<std::pair<Personal, std::unique_ptr<RE2>>> typed;
    std::vector<std::unique_ptr<RE2>> names;
    std::unique_ptr<RE2> address;
    std::unique_ptr<RE2> chat_head;
    std::unique_ptr<RE2> titled;
    std::unique_ptr<RE2> left_over;
};

Anonymizer::Anonymizer(Words words) : patterns_(std::make_unique<Patterns>(std::move(words))) {}
Anonymizer::Anonymizer(Anonymizer&&) noexcept = default;
Anonymizer& Anonymizer::operator=(Anonymizer&&) noexcept = default;
Anonymizer::~Anonymizer() = default;

Masked Anonymizer::mask(const PrivateText& source, const KnownValues& known) const
{
    const auto language = text::has_ideographs(source.reveal()) ? Language::chinese : Language::english;
    auto text = patterns_->placeholders.to_marks(source.reveal());
    std::set<Personal> removed;
    // A mark is a border, so that a pattern may fit where it did not before: until nothing more is found.
    for (auto found = patterns_->mark_all(text, language, known); !found.empty();
         found = patterns_->mark_all(text, language, known))
        removed.merge(found);
    return {MaskedText{patterns_->placeholders.to_words(std::move(text)), MaskedTextKey{}},
            {removed.begin(), removed.end()}};
}

std::vector<Identifier> Anonymizer::identifiers(const PrivateText& source) const
{
    std::vector<Identifier> found;
    for (const auto& [kind, pattern] : patterns_->typed) {
        if (kind != Personal::phone && kind != Personal::email && kind != Personal::order_number) continue;
        re2::StringPiece rest{source.reveal()};
        re2::StringPiece value;
        while (RE2::FindAndConsume(&rest, *pattern, &value))
            found.push_back({kind, PrivateText{kind == Personal::email ? text::fold(value.as_string())
                                                                       : digits_of({value.data(), value.size()})}});
    }
    return found;
}

PrivateText Anonymizer::form_of_address(const PrivateText& source) const
{
    std::string found;
    if (!RE2::PartialMatch(source.reveal(), *patterns_->address, &found))
        RE2::PartialMatch(source.reveal(), *patterns_->chat_head, &found);
    return PrivateText{std::move(found)};
}

bool Anonymizer::residue(const MaskedText& masked, const KnownValues& known) const
{
    const auto& text = masked.reveal();
    if (RE2::PartialMatch(text, *patterns_->left_over)) return true;
    const bool named =
        std::ranges::any_of(patterns_->names, [&](const auto& pattern) { return RE2::PartialMatch(text, *pattern); });
    const auto stands = [&](const std::string& value) {
        return text::length(value) > 1 && text.find(value) != std::string::npos;
    };
    return named || std::ranges::any_of(known.names, [&](const PrivateText& value) {
               return stands(value.reveal()) || stands(patterns_->bare(value.reveal()));
           });
}

} // namespace kintsugi::sharing
