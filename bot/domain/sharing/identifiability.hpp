#pragma once
// How many members of a group could be the person in a text: k = N × Π share. ANONYMIZATION.md, section 7.

#include "bot/domain/names.hpp"

#include <string_view>
#include <vector>

namespace kintsugi::sharing {

/// Attributes by which a reader could recognise someone, with the share of people that still fits.
enum class Attribute { exact_date, rough_date, exact_amount, rough_amount, age, gender, occupation, place, rare_event };

enum class Risk { green, amber, red };

struct CrowdFacts {
    int group_size = 0;
    int same_experience = 0; ///< members and users known to have met the same cause in 30 days
    std::vector<Attribute> attributes;
};

struct Crowd {
    Risk risk = Risk::red;
    double expected = 0; ///< k
};

/// `folded` is the whole text, folded.
[[nodiscard]] std::vector<Attribute> attributes_in(std::string_view folded);

/// Green from 20 on, amber from 5: the attribute with the smallest share should be generalised. Below: people decide.
[[nodiscard]] Crowd expected_crowd(const CrowdFacts& facts);

} // namespace kintsugi::sharing

namespace kintsugi {

template <>
struct Names<sharing::Risk> {
    static constexpr std::pair<sharing::Risk, std::string_view> all[] = {
        {sharing::Risk::green, "green"}, {sharing::Risk::amber, "amber"}, {sharing::Risk::red, "red"}};
};

} // namespace kintsugi
