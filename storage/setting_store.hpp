#pragma once
// What administrators set, and every version of the policy.

#include "bot/service/stores.hpp"
#include "storage/connection.hpp"

namespace kintsugi::storage {

class SqlSettingStore final : public service::SettingStore {
public:
    explicit SqlSettingStore(Connection& database) : database_(database) {}

    std::optional<std::string> get(std::string_view key) override;
    void set(std::string_view key, std::string_view value) override;
    cases::PolicyHistory policies() override;
    void add_policy(const cases::PolicyVersion& version) override; ///< replaces one of the same instant

    void forget() { policies_.reset(); } ///< the database may hold other policies than those that were read

private:
    Connection& database_;
    std::optional<cases::PolicyHistory> policies_; ///< asked for with every message, hardly ever changed
};

} // namespace kintsugi::storage
