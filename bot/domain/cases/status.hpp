#pragma once
// The closed sets of PRODUCT.md, sections 2 to 4, that describe a case.

#include "bot/domain/names.hpp"

namespace kintsugi::cases {

enum class Status { fresh, contacted, working, waiting_user, waiting_fix, resolved, closed, merged, erased };

/// 一级 is the worst.
enum class Level { severe = 1, medium = 2, mild = 3 };

enum class CloseOutcome { recovered, partly, unrecovered, unreachable, withdrawn, invalid };

/// Where the complaint was made: a public one owes the public a closing line.
enum class Origin { in_private, in_public };

/// What a promise is for. `ask_again` is one to ourselves: it never keeps a case from being closed.
enum class Purpose { update, plan, ask_again };

enum class PromiseState { open, kept, released };
enum class TaskState { open, done, dropped };
enum class HelpState { asked, taken, answered };

/// On what a confirmation rests.
enum class Basis { users_words, users_link, no_answer };

/// When a satisfaction figure was given, and by whom it is vouched for (WHY.md, idea 11).
enum class SurveyPhase { before, at_close, day_7, day_30 };
enum class SurveySource { users_link, pasted_words, estimate };

enum class FollowUpResult { fine, again, unreachable };

[[nodiscard]] constexpr bool is_open(Status status)
{
    return status != Status::closed && status != Status::merged && status != Status::erased;
}

} // namespace kintsugi::cases

namespace kintsugi {

template <>
struct Names<cases::Status> {
    using enum cases::Status;
    static constexpr std::pair<cases::Status, std::string_view> all[] = {
        {fresh, "new"},
        {contacted, "contacted"},
        {working, "working"},
        {waiting_user, "waiting_user"},
        {waiting_fix, "waiting_fix"},
        {resolved, "resolved"},
        {closed, "closed"},
        {merged, "merged"},
        {erased, "erased"},
    };
};

template <>
struct Names<cases::Level> {
    using enum cases::Level;
    static constexpr std::pair<cases::Level, std::string_view> all[] = {
        {severe, "level_1"}, {medium, "level_2"}, {mild, "level_3"}};
};

template <>
struct Names<cases::CloseOutcome> {
    using enum cases::CloseOutcome;
    static constexpr std::pair<cases::CloseOutcome, std::string_view> all[] = {
        {recovered, "recovered"},     {partly, "partly"},       {unrecovered, "unrecovered"},
        {unreachable, "unreachable"}, {withdrawn, "withdrawn"}, {invalid, "invalid"}};
};

template <>
struct Names<cases::Origin> {
    using enum cases::Origin;
    static constexpr std::pair<cases::Origin, std::string_view> all[] = {{in_private, "private"},
                                                                         {in_public, "public"}};
};

template <>
struct Names<cases::Purpose> {
    using enum cases::Purpose;
    static constexpr std::pair<cases::Purpose, std::string_view> all[] = {
        {update, "update"}, {plan, "plan"}, {ask_again, "ask_again"}};
};

template <>
struct Names<cases::Basis> {
    using enum cases::Basis;
    static constexpr std::pair<cases::Basis, std::string_view> all[] = {
        {users_words, "users_words"}, {users_link, "users_link"}, {no_answer, "no_answer"}};
};

template <>
struct Names<cases::SurveyPhase> {
    using enum cases::SurveyPhase;
    static constexpr std::pair<cases::SurveyPhase, std::string_view> all[] = {
        {before, "before"}, {at_close, "at_close"}, {day_7, "day_7"}, {day_30, "day_30"}};
};

template <>
struct Names<cases::SurveySource> {
    using enum cases::SurveySource;
    static constexpr std::pair<cases::SurveySource, std::string_view> all[] = {
        {users_link, "users_link"}, {pasted_words, "pasted_words"}, {estimate, "estimate"}};
};

template <>
struct Names<cases::FollowUpResult> {
    using enum cases::FollowUpResult;
    static constexpr std::pair<cases::FollowUpResult, std::string_view> all[] = {
        {fine, "fine"}, {again, "again"}, {unreachable, "unreachable"}};
};

} // namespace kintsugi
