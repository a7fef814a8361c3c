#pragma once
// Takes out of a text what names a person. The only way from PrivateText to MaskedText; facts: ANONYMIZATION.md.
// Two lines of defence: typed patterns with checks are replaced by typed placeholders, and a last scan of the result
// (`residue`) blocks publication where anything that looks like a name or number of a person is left.

#include "bot/domain/person.hpp"
#include "bot/domain/private_text.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace kintsugi::sharing {

enum class Personal { phone, email, id_number, bank_card, order_number, address, plate, account, link, name };

/// What the caller knows of the case already: whatever of it stands in a text is masked, in any writing.
struct KnownValues {
    std::vector<PrivateText> names;
};

struct Masked {
    MaskedText text;
    std::vector<Personal> removed; ///< each kind once, in the order of Personal
};

/// An identifier found in a text, by which the same user is known again; never stored in the clear.
struct Identifier {
    Personal kind{};
    PrivateText value; ///< normalised: digits only, or lower case
};

class Anonymizer {
public:
    /// `placeholders[language][kind]`: what to write instead, such as [phone]. `surnames`, `titles`: of Chinese names.
    struct Words {
        std::map<Language, std::map<Personal, std::string>> placeholders;
        std::vector<std::string> surnames;
        std::vector<std::string> titles;
        std::vector<std::string> honorifics;  ///< 先生: with them one ideograph before is a name, whichever it is
        std::vector<std::string> name_frames; ///< my name is, 我叫
    };

    explicit Anonymizer(Words words);
    Anonymizer(Anonymizer&&) noexcept;
    Anonymizer& operator=(Anonymizer&&) noexcept;
    ~Anonymizer();

    /// Placeholders are in the language of the text. Masking a masked text changes nothing. Linear in the length.
    [[nodiscard]] Masked mask(const PrivateText& text, const KnownValues& known = {}) const;

    /// Phones, mails and order numbers of a text, for knowing the same user again.
    [[nodiscard]] std::vector<Identifier> identifiers(const PrivateText& text) const;

    /// How the text calls the person who complains: 张姐 at the head of a pasted chat. Empty if it does not.
    [[nodiscard]] PrivateText form_of_address(const PrivateText& text) const;

    /// True if anything that may name a person is left: five digits in a row, @, a room or house number, a known value.
    [[nodiscard]] bool residue(const MaskedText& text, const KnownValues& known = {}) const;

private:
    struct Patterns;
    std::unique_ptr<Patterns> patterns_;
};

} // namespace kintsugi::sharing

namespace kintsugi {

template <>
struct Names<sharing::Personal> {
    using enum sharing::Personal;
    static constexpr std::pair<sharing::Personal, std::string_view> all[] = {{phone, "phone"},
                                                                             {email, "email"},
                                                                             {id_number, "id_number"},
                                                                             {bank_card, "bank_card"},
                                                                             {order_number, "order_number"},
                                                                             {address, "address"},
                                                                             {plate, "plate"},
                                                                             {account, "account"},
                                                                             {link, "link"},
                                                                             {name, "name"}};
};

} // namespace kintsugi
