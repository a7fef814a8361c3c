#pragma once
// An anonymizer with a few words, and the texts that only it can make.

#include "bot/domain/sharing/anonymizer.hpp"

#include <string>

namespace kintsugi::tests {

inline sharing::Anonymizer::Words few_words()
{
    using enum sharing::Personal;
    sharing::Anonymizer::Words words;
    words.placeholders[Language::chinese] = {{phone, "[手机号]"},   {email, "[邮箱]"},          {id_number, "[证件号]"},
                                             {bank_card, "[卡号]"}, {order_number, "[订单号]"}, {address, "[地址]"},
                                             {plate, "[车牌]"},     {account, "[账号]"},        {link, "[链接]"},
                                             {name, "[姓名]"}};
    words.placeholders[Language::english] = {{phone, "[phone]"},
                                             {email, "[email]"},
                                             {id_number, "[id number]"},
                                             {bank_card, "[bank card]"},
                                             {order_number, "[order number]"},
                                             {address, "[address]"},
                                             {plate, "[plate]"},
                                             {account, "[account]"},
                                             {link, "[link]"},
                                             {name, "[name]"}};
    words.surnames = {"张", "李", "王", "欧阳"};
    words.titles = {"先生", "女士", "姐", "老师", "阿姨"};
    words.honorifics = {"先生", "女士"};
    words.name_frames = {"我叫", "我是", "My name is", "my name is", "this is"};
    return words;
}

inline const sharing::Anonymizer& anonymizer()
{
    static const sharing::Anonymizer made{few_words()};
    return made;
}

inline std::string mask(const std::string& text)
{
    return anonymizer().mask(PrivateText{text}).text.reveal();
}

/// Words in which nothing names a person.
inline MaskedText masked(const std::string& text)
{
    return anonymizer().mask(PrivateText{text}).text;
}

} // namespace kintsugi::tests
