#include "bot/domain/cases/case.hpp"

#include <algorithm>

namespace kintsugi::cases {
namespace {

template <class Item>
const Item* numbered(const std::vector<Item>& items, int number)
{
    const auto found = std::ranges::find(items, number, &Item::number);
    return found == items.end() ? nullptr : &*found;
}

} // namespace

const Promise* find_promise(const Case& current, int number)
{
    return numbered(current.promises, number);
}

const Task* find_task(const Case& current, int number)
{
    return numbered(current.tasks, number);
}

const HelpRequest* find_help(const Case& current, int number)
{
    return numbered(current.help, number);
}

const Promise* next_promise(const Case& current)
{
    const Promise* next = nullptr;
    for (const auto& promise : current.promises)
        if (promise.state == PromiseState::open && promise.purpose != Purpose::ask_again &&
            (next == nullptr || promise.due < next->due))
            next = &promise;
    return next;
}

const Task* open_task(const Case& current)
{
    const auto found = std::ranges::find(current.tasks, TaskState::open, &Task::state);
    return found == current.tasks.end() ? nullptr : &*found;
}

} // namespace kintsugi::cases
