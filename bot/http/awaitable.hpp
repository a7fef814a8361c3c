#pragma once
// The coroutines of the web side. They run on the I/O thread and live in this folder only; everything below is ordinary
// blocking code. g++ 12 frees aggregates, braced lists and capturing lambdas twice when they are made inside an
// expression with co_await: name them on the line before (STYLE.md, section 5).

#include <boost/asio/awaitable.hpp>

namespace kintsugi::http {

template <class T>
using Awaitable = boost::asio::awaitable<T>;

} // namespace kintsugi::http
