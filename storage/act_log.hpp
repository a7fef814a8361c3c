#pragma once
// Acts: one order by one person, and the logs that it wrote to.

#include "bot/service/stores.hpp"
#include "storage/connection.hpp"

namespace kintsugi::storage {

class SqlActLog final : public service::ActLog {
public:
    explicit SqlActLog(Connection& database) : database_(database) {}

    ActId begin(const PersonId& by, Instant at, std::string_view what) override;
    void touched(ActId act, const service::ActTouched& what) override; ///< twice is once
    std::optional<service::Act> find(ActId id) override;
    std::vector<service::Act> last_of(const PersonId& by, int most) override;

private:
    [[nodiscard]] std::vector<service::ActTouched> touched_by(ActId id);

    Connection& database_;
};

} // namespace kintsugi::storage
