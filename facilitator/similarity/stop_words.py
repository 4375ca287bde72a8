"""Words that tie a sentence together and say nothing of what it is about, per language."""

from __future__ import annotations

_NL = """
aan achter al alle alleen allemaal alles als altijd ander andere anderen anders ben bent bij bijna bijv
bijvoorbeeld binnen blijf blijft blijven boven buiten daar daarbij daardoor daarna daarom daarvan dan dat de
deze die dit doe doen doet door dus echt een één eens eerst eigenlijk elk elke en enige enkel enkele er
eraan erg ergens ermee erop ervan ervoor even ga gaan gaat gaf geef geeft geen gegeven geven geweest gewoon
ging graag had hadden heb hebben hebt heeft heel hele hem hen het hier hij hoe hun ieder iedere iedereen
iemand iets ik in is ja je jij jou jouw jullie kan kom komen komt kon konden krijg krijgen krijgt kun kunnen
kunt laat laten liever maar maak maakt maken mag me mee meer meest meestal men met mij mijn minder misschien
moest moet moeten mogen na naar naast nadat nee net niemand niet niets niks nog nooit nou nu of om omdat
onder ons onze ook op opnieuw over overal pas per precies samen sinds soms staan staat steeds straks te
tegen telkens terwijl toch toen tot tussen uit uw vaak van vanaf veel verder via vind vinden vindt vol voor
voordat waar waarbij waarom wanneer want waren was wat we wel weer welke wie wij wil wilde willen wilt word
worden wordt zal ze zeer zelf zelfs zich zie zien ziet zij zijn zo zoals zodat zonder zou zouden zullen zult
"""
_EN = """
a about above actually after again against all almost already also always am among an and another any anyone
anything are around as at be became because become been before being below between both but by came can
cannot come could did do does doing done down during each either else enough even ever every everyone
everything few for from further gave get gets getting give given go goes going gone got had has have having
he her here hers him his how however i if in instead into is it its itself just keep know less let like lot
made make makes making many may maybe me might mine more most much must my myself need needs never no nobody
none nor not nothing now of off often on once one only onto or other others ought our out over own per
perhaps please put quite rather really same see seem seems shall she should since so some someone something
sometimes still such take than that the their them then there these they thing things think this those
though through to together too toward towards under until up upon us use very want wants was way we well
were what when where whether which while who whole whom whose why will with within without would yes yet you
your yours don doesn didn isn aren wasn weren won wouldn shouldn couldn hasn haven ll ve re
"""
_DE = """
ab aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim
bereits bin bis bist bitte bzw da dabei dadurch dafür daher damit danach daran darauf daraus darf darin
darüber darum das dass dazu dein dem den denen denn der deren des deshalb dessen die dies diese diesem
diesen dieser dieses doch dort du durch dürfen eben ein eine einem einen einer eines einfach einige einmal
endlich er es etc etwa etwas euch für ganz gar geben gegen gegenüber geht gehen gibt gleich gut habe haben
hat hatte hatten hier hin hinter hätte ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins
insbesondere irgendwie ist ja jede jedem jeden jeder jedes jetzt kann kein keine keinen keiner kommen kommt
können könnte könnten lassen lässt leider machen macht man manche mehr mein meine meist mich mir mit muss
muß müssen müsste müssten nach neben nicht nichts nie niemand noch nun nur ob oder oft ohne schon sehr sei
sein seine seinem seinen seiner seit selbst sich sie sind so sobald sodass solche sollen sollte sollten soll
somit sondern sonst sowie statt stattdessen u um und uns unser unsere unseren unserer unter usw viel viele
vielen vom von vor wann war waren warum was weg weil weiter welche welcher wenig weniger wenn wer werden wie
wieder will wir wird wirklich wo wollen wurde wurden während wäre wären würde würden zb zu zum zur zwar
zwischen über
"""
_FR = """
alors au aucun aussi autre aux avec avoir avait bien car ce cela ces cette ceux chaque chez comme comment
dans de des depuis donc du elle elles en encore entre est et être étaient était eux faire fait faut il ils
je jamais juste la le les leur leurs lui mais me même mes moi moins mon ne ni nos notre nous on ont ou où
par parce pas peu peut peuvent plus pour pourquoi pouvoir quand que quel quelle qui rien sa sans se ses si
son sont sous souvent sur ta tous tout toute toutes très trop tu un une vers veut voilà vos votre vous y
"""
STOP_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in (("nl", _NL), ("en", _EN), ("de", _DE), ("fr", _FR))
}
"""Language -> its words, in lower case and with their accents."""
