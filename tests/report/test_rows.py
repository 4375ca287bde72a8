from __future__ import annotations

from facilitator.report.blocks import Block, Text
from facilitator.report.look import BODY, SMALL
from facilitator.report.rows import Row, headed, table
from facilitator.report.tags import Group, Node
from tests.report.builders import setter


def roles(node: Node) -> list[str]:
    return [kid.role for kid in node.kids if isinstance(kid, Node)]


def tagged(blocks: list[Block]) -> Node:
    root = Node("Sect")
    for block in blocks:
        block.tag(root)
    return root


def test_a_table_is_one_element_with_a_row_for_each_row() -> None:
    root = tagged(table(("Kanaal", "Notities"), [("Groot", "3"), ("Zacht", "1")], [1, 1], (BODY, SMALL), 1))
    assert roles(root) == ["Table"]
    found = root.kids[0]
    assert isinstance(found, Node)
    assert [roles(row) for row in found.kids if isinstance(row, Node)] == [
        ["TH", "TH"],
        ["TH", "TD"],
        ["TH", "TD"],
    ]


def test_points_of_a_list_have_a_label_and_a_body() -> None:
    points = Group("L")
    rows: list[Block] = [Row([Text(str(n), BODY), Text("doel", BODY)], [1, 9], group=points) for n in (1, 2)]
    found = tagged(rows).kids[0]
    assert isinstance(found, Node)
    assert [roles(point) for point in found.kids if isinstance(point, Node)] == [["Lbl", "LBody"]] * 2


def test_cells_of_the_grid_are_just_what_stands_in_them() -> None:
    assert roles(tagged([Row([Text("links", BODY), Text("rechts", BODY)], [1, 1])])) == ["P", "P"]


def test_rows_of_a_long_table_may_part_and_know_their_head() -> None:
    head = Row([Text("kop", BODY)], [1])
    rows = [Row([Text("rij", BODY)], [1]) for _ in range(9)]
    assert headed(head, rows)[0] is head
    assert all(row.head is head and not row.keep for row in rows)
    assert head.fit(setter(), 200) > 0
