#include "storage/backup.hpp"

#include "storage/migrate.hpp"

#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace kintsugi::storage {
namespace {

namespace fs = std::filesystem;

/// Removes a half-made file however the work ends.
class Unfinished {
public:
    explicit Unfinished(fs::path file) : file_(std::move(file)) { remove(); }
    ~Unfinished() { remove(); }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;
    [[nodiscard]] const fs::path& file() const { return file_; }

private:
    void remove() const noexcept
    {
        std::error_code nothing_there; // what cannot be removed is overwritten or refused by the next run
        fs::remove(file_, nothing_there);
    }
    fs::path file_;
};

fs::path beside(fs::path file, std::string_view ending)
{
    return file += ending;
}

void make_durable(const fs::path& path)
{
    const auto descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool safe = descriptor >= 0 && ::fsync(descriptor) == 0;
    const std::error_code why{errno, std::generic_category()};
    if (descriptor >= 0) ::close(descriptor);
    if (!safe) throw StorageError{"cannot make " + path.string() + " durable: " + why.message()};
}

/// Atomic, and durable when it returns.
void put_in_place(const fs::path& from, const fs::path& to)
{
    make_durable(from);
    std::error_code error;
    fs::rename(from, to, error);
    if (error) throw StorageError{"cannot write " + to.string() + ": " + error.message()};
    make_durable(fs::absolute(to).parent_path());
}

CheckReport require_sound(Connection& database, const fs::path& file)
{
    auto report = check(database);
    if (report.schema == 0 && report.sound()) report.problems.emplace_back("it holds no database of kintsugi");
    if (!report.sound()) throw StorageError{file.string() + " is not sound: " + report.problems.front()};
    return report;
}

/// SQLite reads what a cut-off last page lacks as zeros, and finds them sound.
void require_complete(Connection& database, const fs::path& file)
{
    const auto number = [&](std::string_view sql) { return value_of<std::uint64_t>(database.query(sql)).value(); };
    if (number("PRAGMA page_count") * number("PRAGMA page_size") != fs::file_size(file))
        throw StorageError{file.string() + " is not complete"};
}

/// Of a file that stands alone.
CheckReport check_file(const fs::path& file)
{
    if (!fs::exists(file)) throw StorageError{file.string() + " does not exist"};
    const auto database = open_sqlite(file, Access::read);
    require_complete(*database, file);
    return require_sound(*database, file);
}

/// Destroys in `restored` every key that is destroyed in the database which it replaces.
void keep_erased(const fs::path& replaced, const fs::path& restored)
{
    const auto present = open_sqlite(replaced, Access::read);
    if (schema_of(*present) == 0) return;
    const auto target = open_sqlite(restored, Access::write);
    target->run(target->dialect().begin_writing);
    for (const Row row : present->query("SELECT owner FROM sealing_key WHERE organisation = 1 AND wrapped = x''"))
        target->run("INSERT INTO sealing_key (owner, wrapped) VALUES ($1, x'') "
                    "ON CONFLICT (organisation, owner) DO UPDATE SET wrapped = x''",
                    row.get<std::string>(0));
    target->run("COMMIT");
}

} // namespace

CheckReport backup(const fs::path& database, const fs::path& target, const Progress& progress)
{
    if (fs::exists(target)) throw StorageError{target.string() + " exists already"};
    const Unfinished copy{beside(target, ".part")};
    copy_sqlite(database, copy.file(), progress);
    auto report = check_file(copy.file());
    put_in_place(copy.file(), target);
    return report;
}

CheckReport restore(const fs::path& backup, const fs::path& database)
{
    const Unfinished copy{beside(database, ".restoring")};
    check_file(backup);
    copy_sqlite(backup, copy.file(), {});
    if (fs::exists(database)) {
        close_for_good(database); // also proof that nobody uses it
        keep_erased(database, copy.file());
        close_for_good(copy.file());
    }
    auto report = check_file(copy.file());
    put_in_place(copy.file(), database);
    return report;
}

} // namespace kintsugi::storage
