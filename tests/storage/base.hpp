#pragma once
// A database for a test: in memory or in a file of its own, gone afterwards.

#include "storage/sql_stores.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

namespace kintsugi::storage {

class TemporaryFolder {
public:
    TemporaryFolder()
    {
        auto name = (std::filesystem::temp_directory_path() / "kintsugi-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
        path_ = name;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path_); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

inline MasterKey key_of(unsigned char byte)
{
    std::array<unsigned char, key_size> bytes{};
    bytes.fill(byte);
    return MasterKey{bytes};
}

inline std::string bytes_of(const std::filesystem::path& file)
{
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

enum class Place { memory, file };

/// Is inside a transaction from the beginning; `again` ends it and begins another one, in a file with a new connection.
class Base {
public:
    explicit Base(Place place = Place::memory) : place_(place) { open(); }

    [[nodiscard]] service::Stores& stores() { return stores_->stores(); }
    [[nodiscard]] SqlStores& transactions() { return *stores_; }
    [[nodiscard]] Connection& connection() { return stores_->connection(); }
    [[nodiscard]] std::filesystem::path file() const { return folder_ / "test.db"; }
    [[nodiscard]] std::filesystem::path beside(std::string_view name) const { return folder_ / name; }

    void again()
    {
        stores_->commit();
        if (place_ == Place::file) {
            stores_.reset();
            open();
        } else
            stores_->begin();
    }

    /// Commits and gives up the connection.
    void close()
    {
        stores_->commit();
        stores_.reset();
    }

    void open()
    {
        stores_ = open_database(place_ == Place::file ? file() : ":memory:", key_of(7), Access::write);
        stores_->begin();
    }

private:
    Place place_;
    TemporaryFolder folder_;
    std::unique_ptr<SqlStores> stores_;
};

inline Place any_place()
{
    return GENERATE(Place::memory, Place::file);
}

/// Monday, 24 November 2025, 09:00 UTC, and minutes after it.
inline Instant at_minute(int minutes)
{
    return Instant{std::chrono::sys_days{std::chrono::year{2025} / 11 / 24}} + std::chrono::hours{9} +
           std::chrono::minutes{minutes};
}

} // namespace kintsugi::storage
