#pragma once
// Transactions over a list of words: what is durable, what is open, and on wish a step that breaks. For tests of the
// writer; no store is touched.

#include "tests/fakes/chat_stores.hpp"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace kintsugi::tests {

class LoggedTransactions : public service::Transactions {
public:
    void begin() override { open_.clear(); }
    void commit() override
    {
        if (commits_fail > 0) {
            --commits_fail;
            throw std::runtime_error{"the disk is full"};
        }
        const std::lock_guard lock{mutex_};
        commits_.push_back(std::exchange(open_, {}));
    }
    void rollback() override { open_.clear(); }
    void begin_job() override { savepoint_ = open_.size(); }
    void end_job() override {}
    void undo_job() override
    {
        if (undo_fails) throw std::runtime_error{"no such savepoint"};
        open_.resize(savepoint_);
    }
    service::Stores& stores() override { return stores_.stores(); }

    /// Within a job: stored with it.
    void write(std::string word) { open_.push_back(std::move(word)); }

    /// The words of each commit, in order. From any thread.
    [[nodiscard]] std::vector<std::vector<std::string>> commits() const
    {
        const std::lock_guard lock{mutex_};
        return commits_;
    }

    int commits_fail = 0; ///< so many of the next ones; set while the writer waits, as is the other
    bool undo_fails = false;

private:
    ChatStores stores_;
    std::size_t savepoint_ = 0;
    std::vector<std::string> open_;
    mutable std::mutex mutex_;
    std::vector<std::vector<std::string>> commits_;
};

} // namespace kintsugi::tests
