"""Words the search for names goes by: what announces a name, what is one, what only looks like one."""

from __future__ import annotations


def words_of(words: str) -> frozenset[str]:
    """Return the words of a list written as running text."""
    return frozenset(words.split())


TITLES = words_of("""
mevrouw mevr mw meneer mijnheer dhr heer heren dokter dr drs ir ing prof professor zuster broeder pastoor
dominee imam oma opa tante oom mrs mr ms miss sir aunt uncle grandma grandpa juf meester
""")
"""A name follows nearly always."""

KIN = words_of("""
zus zusje zussen broer broertje broers man vrouw dochter dochtertje zoon zoontje moeder vader mama papa
buurvrouw buurman buurmeisje buurjongen vriend vriendin collega partner nicht nichtje neef neefje kleinzoon
kleindochter kleinkind kind schoonmoeder schoonvader schoonzus schoondochter schoonzoon schoonbroer
stiefmoeder stiefvader ex echtgenoot echtgenote sister brother husband wife daughter son mother father
neighbour friend colleague cousin nephew niece grandson granddaughter child
""")

CUES = words_of("""
huisarts arts tandarts wijkverpleegkundige verpleegkundige verpleegster verpleger fysiotherapeut fysio
psycholoog psychiater specialist chirurg cardioloog assistente apotheker diëtist logopedist verloskundige
verzorgende begeleider begeleidster casemanager wijkagent vrijwilliger vrijwilligster mantelzorger tolk
consulent buurtcoach wijkcoach ouderenadviseur hulp thuishulp poetshulp bewoner bewoonster patiënt patiënte
cliënt cliënte deelnemer deelneemster wethouder burgemeester directeur voorzitter heet heette genaamd ene
nurse doctor named called
""")
"""After these a capital often begins a name."""

SAYING = words_of("""
zei zegt vertelt vertelde verteld vraagt vroeg vindt vond wil wilde heeft had is was kan kon woont woonde
wacht wachtte komt kwam gaat ging durft denkt dacht moet moest krijgt kreeg helpt hielp belt belde kent
kende ligt lag zit zat doet deed mist miste werkt werkte schreef schrijft leest mag weet wist slaapt zorgt
says said told tells wants has lives waits thinks asked asks works helps
""")

PARTICLES = words_of(
    "van der den de ter ten te el al ben bin ibn het von du la le da dos op in 't ’t d' abu bint"
)

FIRST_NAMES = words_of("""
aaltje abdel abdi abdul abdullah ad adam adriaan agnes ahmed ahmet aicha aisha albert alex alexander ali
alice alie alper amina amir amira an anass andré andrea angela anita anja anke ank ann anna annelies
annemarie annemieke annet annette annie anouk anton antonio antoon arend arie arjan arno arnold arthur
astrid aukje aya ayaan ayse ayşe aziz babette barbara bart bas bea beatrix ben bennie bernard bert berta
betsie betty bianca bilal bob boris bram brahim brenda brigitte britt bruno carla carlos carmen carolien
caroline cas catharina cees cecilia celine charlotte chris christa christian christina cindy claudia coen
cor corine corrie coby cora daan daniel daniël daniëlle dave david deborah demi dennis derk dewi diana dick
dieuwke dilara dina dirk dirkje dolf donna doris driss dylan edith eduard edwin eef eelco ellen elly els
elsbeth else elif elise elisabeth eline emily emine emma emre erik erica ernst erwin esra esther eva evelien
evert fadila fadoua fahd fatih fatiha fatima fatma fatme femke ferdinand ferry floor floris frans frank
franciscus frederik frits froukje geert geertje geertruida gerard gerda gerrie gerrit gerben germaine gert
gertrude gijs gijsbert gina giovanni greet greetje grietje guus habiba hafid hakan halima hamid hamza hanna
hanneke hannah hanny hans harm harriet harrie harry hasan hassan hatice heidi hein heleen helena helma
hendrik hendrika hendrikje henk henkie hennie henny henri herman hermien hetty hilde hillie hind hugo huub
huseyin hüseyin iman ibrahim ida ilham ilse imane ina inge ingrid irene iris irma isa isabel ismail ivo jaap
jaco jacob jacoba jacqueline jamal jamila jan janna janneke jannes jannie janny jantje jasmijn jasper jelle
jenny jeroen jeroni jesse jessica jet jetty jip jo joachim joanna job joep johan johanna johannes john joke
jolanda jonas jonathan joop joost jordi joris jos josé josefien joyce judith jules julia julian juliette
jurgen jürgen kadir karel karen karim karima karin karlijn kaspar kees kemal khadija khalid kim klaas koen
koos koray kris kristel lara lars laura lea leen leila leila leo leonie lex lia liam lida lidia lien lies
liesbeth lieke lieve lilian lina linda lisa lisette lotte lou louise lucas lucia ludo luuk maaike maarten
maartje machteld malika manon manuel mara marc marcel marco margreet margriet maria marian marianne marieke
mariëlle marije marijke marina marion mario marja marjan marjolein mark marloes marlies martijn martin
martha marten martine maryam mathilde matthijs maurits maud max mehmet meike melanie melissa mees meryem mia
michael michel michelle miep mieke mien mientje mike mila milan milou mimoun mina mira mirjam mo moham
mohamed mohammed mohamud monique mounir murat mustafa mustapha nabil nada nadia naima naomi natalie natasja
nel nellie nelleke nico nicole niek niels nienke nina noa noah noor nora nour nuri olaf olga omar oscar
osman otto patricia patrick paul paula pauline peggy peter petra petronella philip pien piet pieter pim
pleun puck quinten rabia rachel rachid rafael raymond rebecca regina reinier rein remco rené renate renske
ria riekie rianne richard rick rie riet rik rina rinus rita rob robbert robert robin roel roelof rolf ronald
ron roos rosa rosalie ruben rudi rudolf ruth ruud saar sabine said saïd saida salima salma sam samir samira
sander sandra sanne sara sarah saskia sebastiaan selin selma semra serkan sevda sien siem sietske simon
simone sina sjaak sjoerd sjors soad sofia sofie sonja sophie soumaya stan stefan steven stien stijn stefanie
sunita suzan suzanne sven sylvia tamara tanja tara teun teunis thea theo thijs thomas tiemen tiny tim tina
tineke tom ton tonnie toos trees trijntje trudy truus turgut ursula valerie vera veronique victor vincent
wendy wessel wiebe wiesje wietske wil willem willemien willemijn willie wilma wim wouter xander yara yasin
yasmin yasmina yassin yassine younes youssef youssouf yunus yusuf yvette yvonne zahra zainab zakaria zehra
zeynep zineb zohra fenna jurre sem levi finn mees sven nathalie gerdien gerdine hermine roelie jantina
lammert harmen albertus albertje berend berendina everdina gradus graads johnny diny dinie riki annegien
ngozi svetlana oksana olena iryna natalia dmytro andriy oleksandr viktor sergei ivan anastasia mykola yulia
kateryna agnieszka katarzyna małgorzata piotr krzysztof tomasz pawel marek jolanta magdalena samuel tesfay
selam mehret bereket yonas nguyen mei priya raj anil sanjay shanti indra radjesh ravi
""")
"""Common first names of people in the Netherlands, gathered by hand."""

OFTEN_WORDS = words_of("""
ad adam an ann bas bea ben bob cas cor daan dick doris els floor hein ida ina indra iris isa jan jet jip jo
job joke jos jules kim lara leen lex lia lies lieve lotte lou mara mark max mees mei mia mike mila mo moham
nada nel noor nour pien pim puck raj ravi rein ria rick rie rik rob roos sam saar sem selam siem sina stan
teun tim tiny ton trees vera victor viktor wil wim levi finn frans regina ali said ruth else bert bram donna
""")
"""First names that are words too, or so short that small letters prove nothing."""

PLACES = words_of("""
almelo almere alkmaar amersfoort amsterdam apeldoorn arnhem assen barneveld bilt borne breda bunschoten
bussum dalfsen delden delft denekamp deventer diepenheim diepenveen dordrecht drenthe dronten ede eibergen
eindhoven elburg emmeloord emmen enschede enter epe ermelo flevoland friesland genemuiden gelderland goor
gouda groningen gronau haag haarlem haaksbergen hardenberg harderwijk hasselt hattem heemskerk heerde
heerenveen heerlen hellendoorn helmond hengelo hertogenbosch hilversum hof holten hoogeveen hoorn ijssel
ijsselmuiden kampen lelystad leeuwarden leiden limburg losser lochem maastricht markelo meppel middelburg
neede nijmegen nijverdal nieuwegein noord oldenzaal olst ommen oost ootmarsum overijssel overdinkel raalte
rijssen roermond rotterdam salland schiedam sneek staphorst steenwijk steenwijkerland tilburg tubbergen
twekkelo twente twenterand utrecht vaassen veenendaal veluwe venlo vlissingen vriezenveen vroomshoop
wageningen weerselo wierden wijhe winterswijk zaandam zeeland zeist zoetermeer zuid west zutphen zwartsluis
zwolle nederland holland brabant europa duitsland belgië turkije marokko syrië polen oekraïne suriname
eritrea somalië irak iran afghanistan china india spanje italië frankrijk engeland amerika afrika azië
netherlands germany belgium turkey morocco syria poland ukraine
""")

_CALENDAR = words_of("""
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli
augustus september oktober november december kerst kerstmis pasen pinksteren ramadan suikerfeest offerfeest
sinterklaas koningsdag hemelvaart monday tuesday wednesday thursday friday saturday sunday january february
march may june july august october christmas easter
""")

_PEOPLES = words_of("""
nederlands nederlandse nederlander nederlanders turks turkse turk turken marokkaans marokkaanse marokkaan
marokkanen syrisch syrische syriër pools poolse pool arabisch arabische engels engelse duits duitse duitser
duitsers frans franse oekraïens oekraïense surinaams surinaamse twents twentse sallandse kamper koerdisch
koerdische armeens grieks italiaans spaans somalisch eritrees tigrinya farsi berbers dari pashto urdu hindi
molukse molukkers islam moslim moslims christen christelijk christelijke katholiek katholieke protestants
hindoe joods dutch turkish moroccan arabic english german polish
""")

_OTHERS = words_of("""
google facebook whatsapp instagram youtube teams zoom microsoft windows apple iphone android excel word
internet menzis achmea zilveren vgz cz dsw ohra univé aevitae interpolis thuisarts zorgdomein mijnzorg digid
mijngemeente lidl aldi jumbo albert-heijn hema kruidvat etos action marktplaats bolcom coronatijd corona
covid alzheimer parkinson crohn god jezus allah bijbel koran wmo wlz zvw wifi parkinson-café alzheimer-café
arriva blauwnet syntus keolis regiotaxi valys buurtzorg carint carintreggeland zorgaccent trivium livio
liberein surplus mediant dimence tactus jarabee aveleijn isala deltion saxion isa tno nibud zorgverzekering
paracetamol ibuprofen prozac
""")

NO_NAMES = PLACES | _CALENDAR | _PEOPLES | _OTHERS
"""Words with a capital that name no person."""

ORGANISATIONS = words_of("""
aan ziekenhuis medisch medische spectrum centrum stichting rode kruis kruisvereniging gemeente universiteit
hogeschool bibliotheek wijkcentrum buurthuis dorpshuis kulturhus huis huisartsenpost apotheek praktijk
polikliniek kliniek thuiszorg verpleeghuis verzorgingshuis zorgcentrum zorggroep zorgverzekeraar leger heils
zonnebloem humanitas vluchtelingenwerk kerk moskee gemeenschap vereniging club school college instituut
provincie waterschap veiligheidsregio ggd ggz rijk ministerie tweede eerste kamer raad coalitie hospital
centre center foundation municipality university library church mosque council trust netwerk platform
alliantie fonds partij café cafe restaurant winkel markt bus trein station park straat laan weg plein brug
kanaal meer berg dal app apps week dag jaar wijk buurt dorp stad noord zuid oost west
""")
"""With one of these a row of capitals is a house, a street or an organisation."""
