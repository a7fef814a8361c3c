#pragma once
// The one check of who may read a case: used by cards, lists, search, digests and counts. PRODUCT.md, sections 1
// and 7.13.

#include "bot/domain/cases/case.hpp"
#include "bot/domain/person.hpp"

#include <optional>

namespace kintsugi::cases {

/// Proof that `reader` may read what the user wrote in `of`. Only `may_read` makes one; whatever sends PrivateText to a
/// person asks for it.
class Entitlement {
public:
    [[nodiscard]] const PersonId& reader() const { return reader_; }
    [[nodiscard]] CaseId of() const { return of_; }

private:
    Entitlement(PersonId reader, CaseId of) : reader_(std::move(reader)), of_(of) {}
    friend std::optional<Entitlement> may_read(const Person& reader, const Case& current);

    PersonId reader_;
    CaseId of_;
};

/// Owner, opener, earlier owners, the receiver of an offered handover, leads and auditors.
[[nodiscard]] std::optional<Entitlement> may_read(const Person& reader, const Case& current);

} // namespace kintsugi::cases
