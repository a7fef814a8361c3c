#include "bot/domain/sharing/identifiability.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace kintsugi::sharing {
namespace {

constexpr double clearly_many = 20;
constexpr double still_some = 5;
constexpr double common_product = 1.0 / 20; ///< members who use the product at all, where nothing better is known

double share_of(Attribute attribute)
{
    switch (attribute) {
    case Attribute::exact_date:
        return 1.0 / 365;
    case Attribute::rough_date:
        return 1.0 / 12;
    case Attribute::exact_amount:
        return 1.0 / 500;
    case Attribute::rough_amount:
        return 1.0 / 15;
    case Attribute::age:
        return 1.0 / 6;
    case Attribute::gender:
        return 1.0 / 2;
    case Attribute::occupation:
        return 1.0 / 50;
    case Attribute::place:
        return 1.0 / 350;
    case Attribute::rare_event:
        return 1.0 / 1000;
    }
    return 1;
}

struct Sign {
    Attribute attribute;
    const char* pattern;
};

constexpr Sign signs[] = {
    {Attribute::exact_date,
     R"([0-9]{1,2}月[0-9]{1,2}[日号]|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|\b[0-9]{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"},
    {Attribute::exact_amount, R"([0-9]{2,}(?:\.[0-9]+)? ?元|[¥$€£] ?[0-9]{2,})"},
    {Attribute::age, R"([0-9]{1,3} ?岁|[0-9]{1,3}[ -]years?[ -]old)"},
    {Attribute::gender, R"(先生|女士|大姐|阿姨|大爷|小伙|姑娘|\b(?:she|he|her|his|mr|mrs)\b)"},
    {Attribute::occupation, R"(老师|医生|护士|司机|律师|学生|\b(?:teacher|doctor|nurse|driver|lawyer|student)\b)"},
    {Attribute::place, R"(\p{Han}{2,4}(?:市|县|区|小区|门店|店)|\b(?:in|near) [a-z]+ (?:city|street|store))"},
    {Attribute::rare_event, R"(烫伤|受伤|住院|报警|火灾|去世|\b(?:injured|burned|hospital|police|fire|died)\b)"},
};

} // namespace

std::vector<Attribute> attributes_in(std::string_view folded)
{
    static const auto patterns = [] {
        std::vector<std::pair<Attribute, std::unique_ptr<RE2>>> made;
        for (const auto& sign : signs)
            made.emplace_back(sign.attribute, std::make_unique<RE2>(sign.pattern));
        return made;
    }();
    std::vector<Attribute> found;
    for (const auto& [attribute, pattern] : patterns)
        if (RE2::PartialMatch(re2::StringPiece{folded.data(), folded.size()}, *pattern)) found.push_back(attribute);
    return found;
}

Crowd expected_crowd(const CrowdFacts& facts)
{
    const double by_product = facts.group_size * common_product;
    double expected = std::max(by_product, static_cast<double>(facts.same_experience));
    for (const auto attribute : facts.attributes)
        expected *= share_of(attribute);
    const auto risk = expected >= clearly_many ? Risk::green : expected >= still_some ? Risk::amber : Risk::red;
    return {risk, expected};
}

} // namespace kintsugi::sharing
