"""Small files in the shapes that question sets are published in, made up for the tests."""

import json

PASSAGE = "The Linth bridge opened on 4 May 1911. It is 155 metres long. Anna Keller and Jost Blum built it for 2.4 million francs."

SQUAD = {
    "version": "v2.0",
    "data": [
        {
            "title": "Linth_bridge",
            "paragraphs": [
                {
                    "context": PASSAGE,
                    "qas": [
                        {
                            "id": "56be4db0",
                            "question": " How long is the bridge?",
                            "is_impossible": False,
                            "answers": [
                                {"text": "155 metres", "answer_start": 45},
                                {"text": "155 metres", "answer_start": 45},
                                {"text": "155 metres long", "answer_start": 45},
                            ],
                        },
                        {
                            "id": "5ad39d53",
                            "question": "How high is the bridge?",
                            "is_impossible": True,
                            "answers": [],
                            "plausible_answers": [{"text": "155 metres", "answer_start": 45}],
                        },
                    ],
                }
            ],
        }
    ],
}
SQUAD_ROWS = [
    {
        "id": "56be4db0",
        "title": "Linth_bridge",
        "context": PASSAGE,
        "question": "How long is the bridge?",
        "answers": {"text": ["155 metres", "155 metres", "155 metres long"], "answer_start": [45, 45, 45]},
    },
    {
        "id": "5ad39d53",
        "title": "Linth_bridge",
        "context": PASSAGE,
        "question": "How high is the bridge?",
        "answers": {"text": [], "answer_start": []},
    },
]
NO_DATE = {"day": "", "month": "", "year": ""}


def drop_answer(number="", spans=(), **date):
    return {"number": number, "date": {**NO_DATE, **date}, "spans": list(spans)}


DROP = {
    "history_12": {
        "passage": PASSAGE,
        "wiki_url": "",
        "qa_pairs": [
            {
                "question": "How many metres long is it?",
                "answer": drop_answer("155"),
                "query_id": "q-number",
                "validated_answers": [drop_answer("155"), drop_answer("155.0")],
            },
            {
                "question": "When did it open?",
                "answer": drop_answer(day="4", month="May", year="1911"),
                "query_id": "q-date",
                "validated_answers": [],
            },
            {
                "question": "Who built it?",
                "answer": drop_answer(spans=["Anna Keller", "Jost Blum"]),
                "query_id": "q-spans",
                "validated_answers": [drop_answer(spans=["Keller", "Blum"]), drop_answer(spans=["Anna Keller"])],
            },
            {"question": "Who paid?", "query_id": "q-hidden"},
        ],
    }
}
DROP_ROWS = [
    {
        "section_id": "history_12",
        "query_id": "q-number",
        "passage": PASSAGE,
        "question": "How many metres long is it?",
        "answers_spans": {"spans": ["155", "155"], "types": ["number", "number"]},
    },
    {
        "section_id": "history_12",
        "query_id": "q-span",
        "passage": PASSAGE,
        "question": "Who built it?",
        "answers_spans": {"spans": ["Anna Keller", "Keller"], "types": ["span", "span"]},
    },
]
TRIVIAQA = {
    "Data": [
        {
            "Answer": {
                "Aliases": ["Anna Keller", "A. Keller"],
                "NormalizedAliases": ["anna keller", "a keller"],
                "NormalizedValue": "anna keller",
                "Type": "WikipediaEntity",
                "Value": "Anna Keller",
            },
            "EntityPages": [],
            "Question": "Who built the bridge over the Linth?",
            "QuestionId": "tc_1",
            "QuestionSource": "made up",
        },
        {"Answer": {"Aliases": [], "Value": "<unk>"}, "Question": "Who paid?", "QuestionId": "tc_2"},
    ],
    "Domain": "Web",
    "VerifiedEval": False,
}
TRIVIAQA_ROWS = [
    {
        "question": "Who built the bridge over the Linth?",
        "question_id": "tc_1",
        "question_source": "made up",
        "entity_pages": {
            "doc_source": ["TagMe"],
            "filename": ["Linth.txt"],
            "title": ["Linth"],
            "wiki_context": [PASSAGE],
        },
        "search_results": {"description": ["d"], "filename": ["f"], "rank": [0], "search_context": ["More."]},
        "answer": {
            "aliases": ["Anna Keller", "A. Keller"],
            "normalized_aliases": ["anna keller", "a keller"],
            "type": "WikipediaEntity",
            "value": "Anna Keller",
        },
    }
]
NQ_OPEN = [
    {"question": "how long is the linth bridge", "answer": ["155 metres", "155 m"]},
    {"question": "who paid for the linth bridge", "answer": ["the canton"]},
]
TAT_QA = [
    {
        "table": {"uid": "t1", "table": [["", "2019", "2018"], ["Revenue", "1,200", "1,000"]]},
        "paragraphs": [{"uid": "p1", "order": 1, "text": "Figures are in millions."}],
        "questions": [
            {
                "uid": "u-span",
                "order": 1,
                "question": "In what are the figures?",
                "answer": ["millions"],
                "derivation": "",
                "answer_type": "span",
                "answer_from": "text",
                "scale": "",
            },
            {
                "uid": "u-arithmetic",
                "order": 2,
                "question": "What was the change in revenue?",
                "answer": 200,
                "derivation": "1,200 - 1,000",
                "answer_type": "arithmetic",
                "answer_from": "table",
                "scale": "million",
            },
            {
                "uid": "u-percent",
                "order": 3,
                "question": "By how much did revenue grow?",
                "answer": 20.0,
                "derivation": "200 / 1,000",
                "answer_type": "arithmetic",
                "answer_from": "table",
                "scale": "percent",
            },
            {
                "uid": "u-list",
                "order": 4,
                "question": "Which years are compared?",
                "answer": ["2019", "2018"],
                "derivation": "",
                "answer_type": "multi-span",
                "answer_from": "table",
                "scale": "",
            },
        ],
    }
]
FINQA = [
    {
        "pre_text": ["revenue grew .", "see below ."],
        "post_text": ["all in millions ."],
        "filename": "X/2019/page_1.pdf",
        "table_ori": [["", "2019"], ["Revenue", "$ 1,200"]],
        "table": [["", "2019"], ["revenue", "1200"]],
        "qa": {
            "question": "what was the growth rate ?",
            "program": "subtract(1200, 1000), divide(#0, 1000)",
            "answer": "20%",
            "exe_ans": 0.2,
        },
        "id": "X/2019/page_1.pdf-1",
    },
    {
        "pre_text": ["revenue grew ."],
        "post_text": [],
        "table": [["", "2019"], ["revenue", "1200"]],
        "qa": {
            "question": "did revenue exceed 1000 ?",
            "program": "greater(1200, 1000)",
            "answer": "",
            "exe_ans": "yes",
        },
        "id": "X/2019/page_1.pdf-2",
    },
]
FINQA_ROWS = [
    {
        "id": "X/2019/page_1.pdf-1",
        "pre_text": ["revenue grew ."],
        "post_text": ["all in millions ."],
        "table": [["", "2019"], ["revenue", "1200"]],
        "question": "what was the growth rate ?",
        "answer": "20%",
        "final_result": "0.2",
        "program_re": "divide(200, 1000)",
        "gold_evidence": ["the 2019 of revenue is 1200"],
    }
]


def lines(rows):
    return "".join(json.dumps(row) + "\n" for row in rows)
