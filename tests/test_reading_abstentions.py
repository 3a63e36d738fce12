"""Which answers decline to answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_eval.reading.abstentions import abstains, abstention_span

DECLINES = """
I don't know
I don’t know.
I do not know the answer.
I really don't know
i dont know
I don't know how many there were
IDK
dunno
I dunno
No idea
I have no idea
I have no clue.
I'm not sure
I am not sure.
I'm not entirely sure
I'm not 100% sure
Not sure
I'm unsure
I am uncertain about this.
I am unable to answer this question.
I'm unable to determine that from the text.
I cannot answer
I can't answer that
I can’t tell from the article.
I cannot determine the answer based on the given passage.
I could not find the answer in the document.
I couldn't find any information about South Korea's losses.
I do not have enough information to answer this.
I don't have access to that information.
I have insufficient information.
I was unable to find this in the article.
I would prefer not to answer.
I'd rather not say.
We don't know.
We cannot know this from the text
The article does not say
The article does not say.
The article doesn't say.
The article doesn’t mention it
The article does not mention the number of tanks.
The article does not specify which unit was involved.
The article does not state when the deal was signed.
The article never mentions Japan.
The article didn't give a figure.
The text does not provide this information
The text doesn't explicitly state how many tanks were lost
The passage does not contain the answer.
The passage doesn't provide enough details to answer.
The provided document does not include that information.
The given context does not mention this.
This passage does not discuss South Korea's losses.
The source does not disclose the price.
The author does not say why.
The document fails to mention the cost.
It does not say.
It doesn't say
It doesn't mention that.
Doesn't say
Does not specify.
Not stated
Not stated.
not stated in the article
Not mentioned
Not mentioned in the text.
Not explicitly mentioned.
Not specified
Not specified in the text
Not given
Not provided in the passage.
Not known
Not available
Not disclosed.
Not in the article
Not answerable from the text
It is not stated.
It is not mentioned in the article.
It is not specified how many.
It's not clear
It is not clear from the article.
This is not stated in the article.
That information is not provided.
The exact number is not specified.
The price is not given in the article.
The date was not disclosed.
The answer is not in the text.
The answer is not given.
The answer is unknown.
This information isn't available in the text.
The number of tanks isn't mentioned.
It is never stated.
No information is given
No treaty is mentioned.
No calibre is given for the missiles.
The article names no treaty.
Putin is not quoted.
The article bears no date.
Unknown; only the AP report is dated.
There is no byline.
How many is not stated; only the calibre is given.
It cannot be determined: the non-fatal losses are not broken down.
The leaflet does not say.
The notes don't mention it.
No information
No information available.
No information about this is provided in the article.
No mention
No mention of it in the article
No answer
No answer can be given.
no answer found
No data
No details are given.
No figure is given for South Korea.
No date is mentioned.
There is no mention of it.
There is no mention of South Korea's losses in the article.
There is no information about the price.
There's no information on this in the text.
There is not enough information to answer.
There isn't enough information in the passage.
There isn't any mention of Japan
The article contains no information about Japan.
The article gives no date.
The article makes no mention of Japan.
Not enough information
Insufficient information
Insufficient data to answer.
None mentioned
None is mentioned.
None given.
Nothing is said about that.
Nothing in the article says so
Unknown
unknown.
Unknown from the article
Unclear
It is unclear.
It is unclear from the article how many died.
It remains unclear
It is unknown how many soldiers died.
It is not known.
The number of casualties is unknown.
The exact date remains unknown.
Unspecified
Undisclosed
Unstated
Undetermined
Unanswerable
This question is unanswerable.
The question cannot be answered from the passage.
Cannot be determined
It cannot be determined from the text.
This can't be determined.
cannot answer
can't say
Can't tell
Unable to determine
Unable to answer based on the article.
Impossible to say
It is impossible to tell from the text.
It is not possible to determine this from the article.
It's hard to say.
N/A
n/a
NA
None
null
-
?
???
...
(none)
[unknown]
"unknown"
**Unknown**
Answer: unknown
The answer is: not stated
pass
No comment
Who knows?
I'm sorry, I don't know.
Sorry, I can't answer that.
I'm sorry, but the article does not mention it.
I apologize, but I cannot find that information.
Unfortunately, the article does not provide this information.
Based on the article, it is not possible to say.
Based on the provided text, I cannot determine the answer.
According to the article, it is not stated.
From the passage alone, it cannot be determined.
As an AI language model, I do not have access to real-time information. Please check the news.
As an AI, I cannot predict the future.
I'm sorry, but the article does not mention the calibre of the guns used by South Korea. It only discusses the 170 mm howitzers supplied by North Korea. If you have more information, please share it.
The article mentions howitzers but does not give their range.
The article discusses North Korean losses, but it does not mention South Korean ones.
The article does not mention artillery, tanks, or aircraft of South Korea.
The text does not specify the exact date. More information would be needed to answer.
The passage doesn't say; it only mentions that troops were sent.
I don't know, the article doesn't say.
Unknown. The article does not say.
Unknown - not mentioned in the text
The article does not say how many, so it cannot be determined.
I do not know. Could you provide more context?
That's not something the article mentions, so I don't know.
Hmm, I don't know.
Well, the text does not say.
The article does not provide any information regarding the cost of the missiles supplied by North Korea. Therefore, I cannot answer this question.
Not discernible? I can't tell.
The report did not name the commander.
The details were not made public.
The figure has not been disclosed.
No such information is provided.
This is beyond the scope of the article.
The document is silent on this.
The article leaves this open.
The article says nothing about Japan.
The text provides no answer.
The information is missing.
It's anyone's guess.
The passage gives no indication of the price.
Neither the article nor the headline says.
That detail is absent from the article.
There's nothing about it in the text.
I can't find it in the article.
I see no mention of that.
Question cannot be answered.
Information not available
Information not provided in the text.
Answer not found.
not found
Data not available
Details not disclosed
no info
None stated in the article
none specified
not applicable
Cannot be answered with the given information
No one knows.
Nobody knows
Not clear
Insufficient context to answer the question.
Lack of information
Not determinable
There is no way to know.
No way to tell.
The article has no information about it
I'm sorry.
I’m sorry, but I couldn’t find the air date of K. C. Undercover.
I'm sorry, but I couldn't find any information about a film that opened on December 10, 1993.
I couldn't find anything about a character named Mary (in the 2004 film).
The release date is unknown. The company has not yet announced a date.
""".strip("\n").split("\n")
ANSWERS = """
170 mm
nil
Kyrylo Budanov
Yes
No
No.
no
No, it did not.
No, they did not.
No, the article does not say that.
They did not.
It did not
Not 170 mm but 152 mm
Not 170 mm
not the Associated Press
It is not known how, but it was 170 mm
The article does not say, but probably 155 mm
The article does not say so directly, but it was 170 mm.
I don't know exactly, but 170 mm
I'm not sure, but I think it was Budanov.
I'm not sure, maybe 170 mm
I am not certain; I believe it is Sudzha
I don't know. 170 mm.
Unknown, but probably 4,000
Unclear; around 4,000
As an AI language model, I don't have access to real-time information, but the game was played in 2018.
As an AI language model, I do not have personal opinions. However, the war was started by Germany.
unknown soldiers
the Unknown Soldier
The Tomb of the Unknown Soldier
He was unknown to the public
He did not say he would resign; he said 4,000
Budanov did not say how many
The minister did not comment on the 3,000 troops
North Korea did not disclose the deployment
Zelensky never mentioned Sudzha
Sudzha is not known for its cheese
I Don't Like Mondays
You Can't Always Get What You Want
The Man Who Knew Too Much
Nobody
Nothing
Nowhere
none of the troops
no troops
No troops were sent
No other country
not enough fuel
not enough soldiers
not only missiles but also howitzers
No doubt
No more than 12,000
not more than 12,000
no fewer than 3,000
lack of combat experience
North Korean soldiers' lack of combat experience
a lack of ammunition
more than 12,000
Not in Education, Employment, or Training
The Neverending Story
Passport
passing through Kursk
Naomi
Nan
Null Island
Nile
Unanswered Prayers by Garth Brooks
Undertaker
The Unknown Citizen
Uncle Tom's Cabin
information technology
military information
missing in action
To mention it
The article says 4,000 losses
The article mentions 170 mm howitzers.
In exchange for oil products and advanced missile technology
to compensate for casualties
because they had no combat experience
because they were not experienced
They were not able to hold the town
They could not hold Sudzha
The soldiers could not speak Russian
The troops had no experience
They had no information about the enemy
The general had no idea about the attack
two-thirds
0
none of them
neither
He refused to answer the question
She declined to comment
He is not sure of victory
It cannot be stopped
The missile cannot be intercepted
It is not available in Russia
The weapon is not given to allies
Their use was not confirmed by Moscow
up to 12,000 troops, though the exact number is unknown
About 4,000, although the article does not give an exact figure.
Approximately 4,000 (the exact number is not stated).
No calibre is given for the missiles, so 170 mm.
It mentions no fewer than 12 ships
The bridge has no lights
No survivors were found
As an AI language model, I have no beliefs, but to answer your question, it was Budanov.
🏀
♅
Sorry (I Ran All the Way Home) by the Impalas
""".strip("\n").split("\n")


@pytest.mark.parametrize("text", [*DECLINES, "", " ", "\n", "nan", "NaN"])
def test_an_answer_that_declines_abstains(text):
    assert abstains(text)
    start, end = abstention_span(text)
    assert 0 <= start <= end <= len(text)


@pytest.mark.parametrize("text", ANSWERS)
def test_an_answer_that_says_something_does_not_abstain(text):
    assert not abstains(text)
    assert abstention_span(text) is None


def test_there_are_enough_rows():
    assert len(set(DECLINES)) == len(DECLINES) >= 120
    assert len(set(ANSWERS)) == len(ANSWERS) >= 80


@pytest.mark.parametrize("text", DECLINES)
def test_case_and_the_full_stop_do_not_matter(text):
    assert abstains(text.upper())
    assert abstains(text.lower().rstrip("."))
    assert abstains(text.replace("'", "’"))


@pytest.mark.parametrize("text", DECLINES[:120:7])
@pytest.mark.parametrize("answer", ["170 mm", "Kyrylo Budanov", "12,000 troops", "in March 2023"])
def test_an_answer_after_but_is_an_answer(text, answer):
    assert not abstains(f"{text.rstrip('.')}, but it is probably {answer}.")


def test_the_span_is_where_the_answer_declines():
    text = "I'm sorry, but the article does not mention it."
    start, end = abstention_span(text)
    assert text[start:end] == "the article does not mention"


_WORDS = "the article does not say know I unknown but 170 mm . , sorry information no is it given answer"


@given(st.text() | st.lists(st.sampled_from(_WORDS.split(" ")), max_size=20).map(" ".join))
def test_no_text_breaks_the_reading(text):
    span = abstention_span(text)
    assert (span is not None) == abstains(text)
    if span:
        assert 0 <= span[0] <= span[1] <= len(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["not ", "the article does ", "I do not ", "is not known ", "unknown, ", "-", "no information ", "but ", "."],
)
def test_reading_takes_time_in_proportion_to_the_text(unit):
    assert isinstance(abstains(unit * (1_000_000 // len(unit))), bool)


@pytest.mark.parametrize("gap", [" ", "\n", " ,", " -", "\t.", "("])
def test_a_long_gap_is_read_as_fast_as_words(gap):
    text = f"no a, wait, not{gap * 200_000}but b or c is not known"
    assert abstains(text) == abstains(text)
