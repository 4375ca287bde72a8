"""Words that tie a sentence together and say nothing of what it is about, per language."""

from __future__ import annotations

_NL = """
aan achter al alle alleen allemaal alles als altijd ander andere anderen anders ben bent bij bijna bijv
bijvoorbeeld binnen blijf blijft blijven boven buiten daar daarbij daardoor daarna daarom daarvan dan dat de
deze die dit doe doen doet door dus echt een eens eerst eigenlijk elk elke en enige enkel enkele er eraan
erg ergens ermee erop ervan ervoor even ga gaan gaat gaf geef geeft geen gegeven geven geweest gewoon ging
graag haar had hadden heb hebben hebt heeft heel hele hem hen het hier hij hoe hun ieder iedere iedereen
iemand iets ik in is ja je jij jou jouw jullie kan kom komen komt kon konden krijg krijgen krijgt kun kunnen
kunt laat laten liever maak maakt maar mag maken me mee meer meest meestal men met mij mijn minder misschien
moest moet moeten mogen na naar naast nadat nee net niemand niet niets niks nog nooit nou nu of om omdat
onder ons onze ook op opnieuw over overal pas per precies samen sinds sommige soms staan staat steeds straks
te tegen telkens terwijl toch toen tot tussen uit uw vaak van vanaf veel verder via vind vinden vindt vol
voor voordat waar waarbij waarom wanneer want waren was wat we weer wel welke wie wij wil wilde willen wilt
word worden wordt zal ze zeer zelf zelfs zich zie zien ziet zij zijn zo zoals zodat zonder zou zouden zullen
zult één
"""
_EN = """
a about above actually after again against all almost already also always am among an and another any anyone
anything are aren around as at be became because become been before being below between both but by came can
cannot come could couldn did didn do does doesn doing don done down during each either else enough even ever
every everyone everything few for from further gave get gets getting give given go goes going gone got had
has hasn have haven having he her here hers him his how however i if in instead into is isn it its itself
just keep know less let like ll lot made make makes making many may maybe me might mine more most much must
my myself need needs never no nobody none nor not nothing now of off often on once one only onto or other
others ought our out over own per perhaps please put quite rather re really same see seem seems shall she
should shouldn since so some someone something sometimes still such take than that the their them then there
these they thing things think this those though through to together too toward towards under until up upon
us use ve very want wants was wasn way we well were weren what when where whether which while who whole whom
whose why will with within without won would wouldn yes yet you your yours
"""
_DE = """
ab aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim
bereits bin bis bist bitte bzw da dabei dadurch dafür daher damit danach daran darauf daraus darf darin
darum darüber das dass dazu dein dem den denen denn der deren des deshalb dessen die dies diese diesem
diesen dieser dieses doch dort du durch dürfen eben ein eine einem einen einer eines einfach einige einmal
endlich er es etc etwa etwas euch für ganz gar geben gegen gegenüber gehen geht gibt gleich gut habe haben
hat hatte hatten hier hin hinter hätte ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins
insbesondere irgendwie ist ja jede jedem jeden jeder jedes jetzt kann kein keine keinen keiner kommen kommt
können könnte könnten lassen leider lässt machen macht man manche mehr mein meine meist mich mir mit muss
muß müssen müsste müssten nach neben nicht nichts nie niemand noch nun nur ob oder oft ohne schon sehr sei
sein seine seinem seinen seiner seit selbst sich sie sind so sobald sodass solche soll sollen sollte sollten
somit sondern sonst sowie statt stattdessen u um und uns unser unsere unseren unserer unter usw viel viele
vielen vom von vor wann war waren warum was weg weil weiter welche welcher wenig weniger wenn wer werden wie
wieder will wir wird wirklich wo wollen wurde wurden während wäre wären würde würden zb zu zum zur zwar
zwischen über
"""
_FR = """
alors au aucun aussi autre aux avait avec avoir bien car ce cela ces cette ceux chaque chez comme comment
dans de depuis des donc du elle elles en encore entre est et eux faire fait faut il ils jamais je juste la
le les leur leurs lui mais me mes moi moins mon même ne ni nos notre nous on ont ou où par parce pas peu
peut peuvent plus pour pourquoi pouvoir quand que quel quelle qui rien sa sans se ses si son sont sous
souvent sur ta tous tout toute toutes trop très tu un une vers veut voilà vos votre vous y étaient était
être
"""
STOP_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in (("nl", _NL), ("en", _EN), ("de", _DE), ("fr", _FR))
}
"""Language -> its words, in lower case and with their accents."""

_WEAK_NL = """
acht begin belangrijk beste beter blij dag dagen denk denken dingen drie durf durft extra gebruik gebruiken
goed goede groot grote half halve honderd hoop hopen jaar jaren keer keren kijken klein kleine laatste lang
leuk leuke lijkt loopt maand manier mens mensen moeten mooi mooie negen nieuw nieuwe nodig plek plekken
probleem problemen snel soort start tegelijk tien tijd twee vandaag vier vijf voel voelen volgende vraag
vragen week weet wens wensen weten zeg zeggen zegt zes zet zetten zeven
"""
_WEAK_EN = """
add allow area areas become believe best better big bring build building built city community continue
create day days eight encourage feel find five focus four future good great half help hope hundred important
improve improved include included including increase invest kind know large long look main new nine offer
offering option options part people place places plan problem provide remain set seven six small sort start
support take ten three time times town two wish work year years
"""
_WEAK_DE = """
acht andere bauen besser bessere beste brauchen braucht denken drei dringend finden fünf ganze ganzen gehört
gemacht genug große großen gute guten gutes halb hundert jahr jahre klein kleine lange leben leicht mensch
menschen möglich möglichkeit möglichkeiten neue neuen neuer neues neun nötig ort orte problem sagen schaffen
schnell sechs setzen sieben sinnvoll stark stehen tag teil verbessern vier wichtig wünschen zehn zeit zwei
"""
_WEAK_FR = """
aider an année années ans besoin bon bonne cent chose choses cinq créer demi deux différent dix gens grand
grande huit important jour jours lieu manière meilleur meilleure mieux neuf nouveau nouveaux nouvelle
personnes petit petite possible problème quatre sept six temps trois trouver
"""
WEAK_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in (("nl", _WEAK_NL), ("en", _WEAK_EN), ("de", _WEAK_DE), ("fr", _WEAK_FR))
}
"""Language -> words that say a little: two notes that share only such a word are not about the same."""
