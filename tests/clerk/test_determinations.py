"""What officers recommend of an application is offered as a decision that reads."""

from __future__ import annotations

import pytest

from clerk.sentences.recommendations import recommendations


@pytest.mark.parametrize(
    ("words", "decided"),
    [
        (
            "GRANT planning permission subject to the conditions in the report.",
            "planning permission be granted subject to the conditions in the report",
        ),
        ("Refuse listed building consent for two reasons", "listed building consent be refused for two reasons"),
        ("To grant outline permission", "outline permission be granted"),
        ("APPROVE", "the application be approved"),
        ("APPROVED, subject to conditions", "the application be approved, subject to conditions"),
        ("Approval subject to conditions", "the application be approved subject to conditions"),
        ("REFUSED", "the application be refused"),
        ("Permit with conditions", "the application be permitted with conditions"),
        ("PERMITTED", "the application be permitted"),
        ("Defer for a site visit", "the application be deferred for a site visit"),
        ("Delegate to the Head of Planning to grant", "authority be delegated to the Head of Planning to grant"),
        ("that permission be REFUSED", "permission be REFUSED"),
        ("planning permission be granted", "planning permission be granted"),
        ("Grant of permission", "Grant of permission"),
    ],
)
def test_a_recommendation_of_an_application_is_put_as_a_decision(words: str, decided: str) -> None:
    assert recommendations(f"Ward: Quay\nProposal: A shed\nRecommendation: {words}") == (f"That {decided}",)


def test_other_recommendations_in_the_imperative_are_decisions_as_well() -> None:
    assert recommendations("Recommendation: Note the report.") == ("That the report be noted",)
    assert recommendations("Recommendation: To approve the budget") == ("That the budget be approved",)
    assert recommendations("Recommended: Approve, with thanks") == ("That Approve, with thanks",)
