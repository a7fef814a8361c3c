#pragma once
// 求助: a colleague is asked with masked context only. Used by the handlers and by the timers.

#include "bot/service/turn.hpp"

namespace kintsugi::service {

/// A request that still waits for an answer, and the case to which it belongs.
struct OpenRequest {
    CaseFile* file = nullptr;
    cases::HelpRequest request;
};

/// What `person` was asked and has not answered; by the number of the case where one is named.
[[nodiscard]] std::optional<OpenRequest> open_request(Work& work, const PersonId& person, std::optional<CaseId> id);

/// Sends the request to whoever is asked now.
void send_request(Work& work, const CaseFile& file, const cases::HelpRequest& request, const std::string& from);

/// The two answers to a request: 我来 and 找别人.
[[nodiscard]] Outcome<void> take_request(Turn& turn, const OpenRequest& open);
[[nodiscard]] Outcome<void> pass_request_on(Turn& turn, const OpenRequest& open);

} // namespace kintsugi::service
