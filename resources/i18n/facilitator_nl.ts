<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Facilitator {version}</source>
        <translation>Facilitator {version}</translation>
    </message>
    <message>
        <source>For a good conversation with residents: from a question to an advice report.</source>
        <translation>Voor een goed gesprek met bewoners: van een vraag naar een adviesrapport.</translation>
    </message>
    <message>
        <source>Everything stays on this computer. The program sends nothing anywhere.</source>
        <translation>Alles blijft op deze computer. Het programma verstuurt niets.</translation>
    </message>
    <message>
        <source>Free to use, study and change under the European Union Public Licence 1.2.</source>
        <translation>Vrij te gebruiken, te bekijken en te veranderen, volgens de openbare licentie van de Europese Unie (EUPL 1.2).</translation>
    </message>
    <message>
        <source>Made with Qt, SQLite, ReportLab and the Noto fonts. Their licences are included.</source>
        <translation>Gemaakt met Qt, SQLite, ReportLab en de Noto-letters. Hun licenties zitten erbij.</translation>
    </message>
    <message>
        <source>Your own folder could not be read: {fault}</source>
        <translation>Je eigen map kon niet worden gelezen: {fault}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>New dialogue…</source>
        <translation>Nieuwe dialoog…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Openen…</translation>
    </message>
    <message>
        <source>Look at the example</source>
        <translation>Voorbeeld bekijken</translation>
    </message>
    <message>
        <source>Add notes from another laptop…</source>
        <translation>Notities van een andere laptop toevoegen…</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie opslaan…</translation>
    </message>
    <message>
        <source>Export for other programs…</source>
        <translation>Exporteren voor andere programma’s…</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>Exporteren als JSON…</translation>
    </message>
    <message>
        <source>Save the report as PDF…</source>
        <translation>Rapport opslaan als PDF…</translation>
    </message>
    <message>
        <source>Lock with a key…</source>
        <translation>Op slot zetten…</translation>
    </message>
    <message>
        <source>Lock away now</source>
        <translation>Nu op slot</translation>
    </message>
    <message>
        <source>Close this dialogue</source>
        <translation>Deze dialoog sluiten</translation>
    </message>
    <message>
        <source>Remove this dialogue for good…</source>
        <translation>Deze dialoog voorgoed verwijderen…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Instellingen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Afsluiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Opnieuw doen</translation>
    </message>
    <message>
        <source>Back to another moment…</source>
        <translation>Terug naar een ander moment…</translation>
    </message>
    <message>
        <source>Find notes</source>
        <translation>Notities zoeken</translation>
    </message>
    <message>
        <source>Import a survey (CSV or Excel)…</source>
        <translation>Vragenlijst inlezen (CSV of Excel)…</translation>
    </message>
    <message>
        <source>Earlier versions…</source>
        <translation>Eerdere versies…</translation>
    </message>
    <message>
        <source>Bring back a dialogue that is gone…</source>
        <translation>Verdwenen dialoog terughalen…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Erase somebody’s data…</source>
        <translation>Gegevens van iemand wissen…</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles kiezen</translation>
    </message>
    <message>
        <source>Move up in the order</source>
        <translation>Omhoog in de volgorde</translation>
    </message>
    <message>
        <source>Move down in the order</source>
        <translation>Omlaag in de volgorde</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Opzet</translation>
    </message>
    <message>
        <source>To step 1</source>
        <translation>Naar stap 1</translation>
    </message>
    <message>
        <source>To step 2</source>
        <translation>Naar stap 2</translation>
    </message>
    <message>
        <source>To step 3</source>
        <translation>Naar stap 3</translation>
    </message>
    <message>
        <source>To step 4</source>
        <translation>Naar stap 4</translation>
    </message>
    <message>
        <source>To step 5</source>
        <translation>Naar stap 5</translation>
    </message>
    <message>
        <source>To step 6</source>
        <translation>Naar stap 6</translation>
    </message>
    <message>
        <source>To step 7</source>
        <translation>Naar stap 7</translation>
    </message>
    <message>
        <source>To step 8</source>
        <translation>Naar stap 8</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>Vorige stap</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Volgende stap</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>Vorig deel</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Volgend deel</translation>
    </message>
    <message>
        <source>Start or pause the time</source>
        <translation>Tijd starten of pauzeren</translation>
    </message>
    <message>
        <source>Who has been heard?…</source>
        <translation>Wie is gehoord?…</translation>
    </message>
    <message>
        <source>Count votes in the room…</source>
        <translation>Stemmen in de zaal tellen…</translation>
    </message>
    <message>
        <source>To the writing field</source>
        <translation>Naar het schrijfveld</translation>
    </message>
    <message>
        <source>Many notes at once…</source>
        <translation>Veel notities tegelijk…</translation>
    </message>
    <message>
        <source>Previous persona</source>
        <translation>Vorige persona</translation>
    </message>
    <message>
        <source>Next persona</source>
        <translation>Volgende persona</translation>
    </message>
    <message>
        <source>First kind of note</source>
        <translation>Eerste soort notitie</translation>
    </message>
    <message>
        <source>Second kind of note</source>
        <translation>Tweede soort notitie</translation>
    </message>
    <message>
        <source>Third kind of note</source>
        <translation>Derde soort notitie</translation>
    </message>
    <message>
        <source>Fourth kind of note</source>
        <translation>Vierde soort notitie</translation>
    </message>
    <message>
        <source>Fifth kind of note</source>
        <translation>Vijfde soort notitie</translation>
    </message>
    <message>
        <source>Sixth kind of note</source>
        <translation>Zesde soort notitie</translation>
    </message>
    <message>
        <source>Seventh kind of note</source>
        <translation>Zevende soort notitie</translation>
    </message>
    <message>
        <source>Show notes that say almost this</source>
        <translation>Notities die bijna hetzelfde zeggen</translation>
    </message>
    <message>
        <source>Mark or unmark key quote</source>
        <translation>Kernzin aan of uit</translation>
    </message>
    <message>
        <source>Set aside with a reason…</source>
        <translation>Apart leggen met een reden…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliceren</translation>
    </message>
    <message>
        <source>Choose all like this</source>
        <translation>Alle notities als deze kiezen</translation>
    </message>
    <message>
        <source>Put the note back</source>
        <translation>Notitie terugleggen</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Verplaatsen naar…</translation>
    </message>
    <message>
        <source>Put with another insight too…</source>
        <translation>Ook bij een ander inzicht leggen…</translation>
    </message>
    <message>
        <source>As outline</source>
        <translation>Als overzicht</translation>
    </message>
    <message>
        <source>Zoom in on the board</source>
        <translation>Inzoomen op het bord</translation>
    </message>
    <message>
        <source>Zoom out of the board</source>
        <translation>Uitzoomen op het bord</translation>
    </message>
    <message>
        <source>Board at 100 %</source>
        <translation>Bord op 100 %</translation>
    </message>
    <message>
        <source>Fit the whole board</source>
        <translation>Hele bord laten zien</translation>
    </message>
    <message>
        <source>Tidy up the board</source>
        <translation>Bord schikken</translation>
    </message>
    <message>
        <source>Show all notes again</source>
        <translation>Alle notities weer laten zien</translation>
    </message>
    <message>
        <source>To the next note; with Shift choose more</source>
        <translation>Naar de volgende notitie; met Shift meer kiezen</translation>
    </message>
    <message>
        <source>Move the note</source>
        <translation>De notitie verplaatsen</translation>
    </message>
    <message>
        <source>Change the note in place</source>
        <translation>De notitie ter plekke wijzigen</translation>
    </message>
    <message>
        <source>Choose the note, or let it go</source>
        <translation>De notitie kiezen of loslaten</translation>
    </message>
    <message>
        <source>New insight of the chosen notes</source>
        <translation>Nieuw inzicht van de gekozen notities</translation>
    </message>
    <message>
        <source>Zoom in or out</source>
        <translation>In- of uitzoomen</translation>
    </message>
    <message>
        <source>Whole board, or 100 %</source>
        <translation>Hele bord, of 100 %</translation>
    </message>
    <message>
        <source>Let go of what is chosen</source>
        <translation>Loslaten wat gekozen is</translation>
    </message>
    <message>
        <source>Discard what you are typing</source>
        <translation>Weggooien wat je typt</translation>
    </message>
    <message>
        <source>To another persona…</source>
        <translation>Naar een andere persona…</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Voorgoed wissen…</translation>
    </message>
    <message>
        <source>New insight…</source>
        <translation>Nieuw inzicht…</translation>
    </message>
    <message>
        <source>Back to the loose notes</source>
        <translation>Terug naar de losse notities</translation>
    </message>
    <message>
        <source>Suggest groups</source>
        <translation>Groepen voorstellen</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Samenvoegen…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Splitsen…</translation>
    </message>
    <message>
        <source>New goal…</source>
        <translation>Nieuw doel…</translation>
    </message>
    <message>
        <source>Link to goals…</source>
        <translation>Aan doelen koppelen…</translation>
    </message>
    <message>
        <source>Write advice</source>
        <translation>Advies schrijven</translation>
    </message>
    <message>
        <source>Enter votes…</source>
        <translation>Stemmen invullen…</translation>
    </message>
    <message>
        <source>Previous goal</source>
        <translation>Vorig doel</translation>
    </message>
    <message>
        <source>Next goal</source>
        <translation>Volgend doel</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Grotere tekst</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere tekst</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>Gewone tekst</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>Kleuren van het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoog contrast</translation>
    </message>
    <message>
        <source>Other colours</source>
        <translation>Andere kleuren</translation>
    </message>
    <message>
        <source>Fold the left pane</source>
        <translation>Linkerkant inklappen</translation>
    </message>
    <message>
        <source>Fold the right pane</source>
        <translation>Rechterkant inklappen</translation>
    </message>
    <message>
        <source>As board</source>
        <translation>Als bord</translation>
    </message>
    <message>
        <source>As list</source>
        <translation>Als lijst</translation>
    </message>
    <message>
        <source>To the next pane</source>
        <translation>Naar het volgende deel van het venster</translation>
    </message>
    <message>
        <source>To the previous pane</source>
        <translation>Naar het vorige deel van het venster</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Volledig scherm</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Melding sluiten</translation>
    </message>
    <message>
        <source>Keys and actions</source>
        <translation>Toetsen en acties</translation>
    </message>
    <message>
        <source>About Facilitator</source>
        <translation>Over Facilitator</translation>
    </message>
    <message>
        <source>Show the log files</source>
        <translation>Logbestanden tonen</translation>
    </message>
    <message>
        <source>First persona; F2 for the second, and so on</source>
        <translation>Eerste persona; F2 voor de tweede, enzovoort</translation>
    </message>
    <message>
        <source>Stick the note</source>
        <translation>Notitie plakken</translation>
    </message>
    <message>
        <source>To the next field or button</source>
        <translation>Naar het volgende veld of de volgende knop</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Be&amp;werken</translation>
    </message>
    <message>
        <source>&amp;Dialogue</source>
        <translation>&amp;Dialoog</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notities</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Bee&amp;ld</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>Bewerken</translation>
    </message>
    <message>
        <source>Going through the dialogue</source>
        <translation>Door de dialoog gaan</translation>
    </message>
    <message>
        <source>In the room</source>
        <translation>In de zaal</translation>
    </message>
    <message>
        <source>Writing notes down</source>
        <translation>Notities opschrijven</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>Bundelen</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Adviezen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Beeld</translation>
    </message>
    <message>
        <source>On the board and in the outline</source>
        <translation>Op het bord en in het overzicht</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
</context>
<context>
    <name>AdviceChapter</name>
    <message>
        <source>Write advice</source>
        <translation>Advies schrijven</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>Goals come from the step before: name what belongs together, then return here.</source>
        <translation>Doelen komen uit de stap hiervoor. Geef daar een naam aan wat bij elkaar hoort en kom dan hier terug.</translation>
    </message>
    <message>
        <source>No advice for this goal yet. Write who should do what.</source>
        <translation>Nog geen advies bij dit doel. Schrijf wie wat moet doen.</translation>
    </message>
</context>
<context>
    <name>AdviceEditor</name>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>Eerder (Alt+Omhoog)</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>Later (Alt+Omlaag)</translation>
    </message>
    <message>
        <source>Ready with this advice (Esc)</source>
        <translation>Klaar met dit advies (Esc)</translation>
    </message>
    <message>
        <source>Who should do what? Begin with a verb.</source>
        <translation>Wie moet wat doen? Begin met een werkwoord.</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Advies</translation>
    </message>
    <message>
        <source>Who saw it differently, and why</source>
        <translation>Wie het anders zag, en waarom</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Voor wie</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Wanneer klaar</translation>
    </message>
    <message>
        <source>On condition that</source>
        <translation>Op voorwaarde dat</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Tegen</translation>
    </message>
    <message>
        <source>Abstained</source>
        <translation>Onthouden</translation>
    </message>
    <message>
        <source>The votes decide</source>
        <translation>De stemmen beslissen</translation>
    </message>
    <message>
        <source>Adopted all the same</source>
        <translation>Toch aangenomen</translation>
    </message>
    <message>
        <source>Not adopted all the same</source>
        <translation>Toch niet aangenomen</translation>
    </message>
    <message>
        <source>Decision of the group</source>
        <translation>Besluit van de groep</translation>
    </message>
    <message>
        <source>Choose insights…</source>
        <translation>Inzichten kiezen…</translation>
    </message>
    <message>
        <source>To another goal…</source>
        <translation>Naar een ander doel…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Advice {number}</source>
        <translation>Advies {number}</translation>
    </message>
</context>
<context>
    <name>AdviceFaces</name>
    <message numerus="yes">
        <source>%n piece(s) of advice</source>
        <translation>
            <numerusform>%n advies</numerusform>
            <numerusform>%n adviezen</numerusform>
        </translation>
    </message>
    <message>
        <source>For: {whom}</source>
        <translation>Voor: {whom}</translation>
    </message>
    <message>
        <source>{for_} for · {against} against · {abstained} abstained</source>
        <translation>{for_} voor · {against} tegen · {abstained} onthouden</translation>
    </message>
    <message>
        <source>Not voted on yet</source>
        <translation>Nog niet gestemd</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>Aangenomen</translation>
    </message>
    <message>
        <source>Not adopted</source>
        <translation>Niet aangenomen</translation>
    </message>
    <message>
        <source>{verdict}, against what the votes say</source>
        <translation>{verdict}, anders dan de stemmen zeggen</translation>
    </message>
    <message>
        <source>Choose a piece of advice to see what it rests on.</source>
        <translation>Kies een advies om te zien waar het op rust.</translation>
    </message>
    <message>
        <source>{insights}, {notes}</source>
        <translation>{insights}, {notes}</translation>
    </message>
    <message numerus="yes">
        <source>%n insight(s)</source>
        <translation>
            <numerusform>%n inzicht</numerusform>
            <numerusform>%n inzichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>Share within each channel, never added up.</source>
        <translation>Aandeel binnen elk kanaal, nooit opgeteld.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) imagined for a persona: not counted as a voice.</source>
        <translation>
            <numerusform>%n notitie is bedacht voor een persona: die telt niet als stem.</numerusform>
            <numerusform>%n notities zijn bedacht voor een persona: die tellen niet als stem.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the insights, so that readers can see where it comes from.</source>
        <translation>Kies de inzichten. Dan zien lezers waar het advies vandaan komt.</translation>
    </message>
    <message>
        <source>Advice {number} rests on</source>
        <translation>Advies {number} rust op</translation>
    </message>
    <message>
        <source>heard · {share}%</source>
        <translation>gehoord · {share} %</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>niet gehoord</translation>
    </message>
</context>
<context>
    <name>AdvicePage</name>
    <message>
        <source>Goals</source>
        <translation>Doelen</translation>
    </message>
    <message>
        <source>Vote in the room</source>
        <translation>Stemmen in de zaal</translation>
    </message>
    <message>
        <source>No goals yet</source>
        <translation>Nog geen doelen</translation>
    </message>
    <message>
        <source>Goal {number}. {title}</source>
        <translation>Doel {number}. {title}</translation>
    </message>
    <message>
        <source>Agreed beforehand: {percent}% of the votes must be in favour</source>
        <translation>Vooraf afgesproken: {percent} % van de stemmen moet vóór zijn</translation>
    </message>
    <message>
        <source>New advice</source>
        <translation>Nieuw advies</translation>
    </message>
</context>
<context>
    <name>AdviceWishes</name>
    <message>
        <source>To which goal?</source>
        <translation>Naar welk doel?</translation>
    </message>
    <message>
        <source>Move the advice</source>
        <translation>Advies verplaatsen</translation>
    </message>
</context>
<context>
    <name>Arriving</name>
    <message>
        <source>You are only looking at {name}. Nothing of it is kept on this computer.</source>
        <translation>Je bekijkt {name} alleen. Er blijft niets van op deze computer.</translation>
    </message>
    <message>
        <source>{name} comes from elsewhere. You work in your own copy: {own}. The file is left as it is.</source>
        <translation>{name} komt van elders. Je werkt in een eigen kopie: {own}. Het bestand zelf blijft zoals het is.</translation>
    </message>
    <message>
        <source>You have this dialogue already: {own}. Take in what is new in {name}, or only look?</source>
        <translation>Je hebt deze dialoog al: {own}. Neem je op wat nieuw is in {name}, of wil je alleen kijken?</translation>
    </message>
    <message>
        <source>Take in what is new</source>
        <translation>Neem op wat nieuw is</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>Alleen kijken</translation>
    </message>
    <message>
        <source>It is in {own}. What is new in {name} can be added to it.</source>
        <translation>Hij staat in {own}. Wat er nieuw is in {name}, kan erbij.</translation>
    </message>
    <message>
        <source>You have this dialogue already</source>
        <translation>Je hebt deze dialoog al</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Laat het zo</translation>
    </message>
    <message numerus="yes">
        <source>{name} has been added: %n new change(s).</source>
        <translation>
            <numerusform>{name} is toegevoegd: %n nieuwe wijziging.</numerusform>
            <numerusform>{name} is toegevoegd: %n nieuwe wijzigingen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Backing</name>
    <message>
        <source>A backup is being made…</source>
        <translation>Er wordt een reservekopie gemaakt…</translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>niet te gebruiken</translation>
    </message>
    <message>
        <source>earlier key</source>
        <translation>eerdere sleutel</translation>
    </message>
</context>
<context>
    <name>BallotDialog</name>
    <message>
        <source>Something has been counted already, so what the counts rest on stays as it is.</source>
        <translation>Er is al geteld. Daarom ligt vast waarop de tellingen rusten.</translation>
    </message>
    <message>
        <source>Voting in the room</source>
        <translation>Stemmen in de zaal</translation>
    </message>
    <message>
        <source>Start counting</source>
        <translation>Beginnen met tellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Name of this round</source>
        <translation>Naam van deze ronde</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Inzichten</translation>
    </message>
    <message>
        <source>Pieces of advice</source>
        <translation>Adviezen</translation>
    </message>
    <message>
        <source>What is voted on?</source>
        <translation>Waarover wordt gestemd?</translation>
    </message>
    <message>
        <source>Sticking dots</source>
        <translation>Stippen plakken</translation>
    </message>
    <message>
        <source>Raising hands</source>
        <translation>Handen opsteken</translation>
    </message>
    <message>
        <source>How?</source>
        <translation>Hoe?</translation>
    </message>
    <message>
        <source>Dots per person</source>
        <translation>Stippen per persoon</translation>
    </message>
    <message>
        <source>Secret: only one total is counted</source>
        <translation>Geheim: er wordt alleen één totaal geteld</translation>
    </message>
    <message>
        <source>One total</source>
        <translation>Eén totaal</translation>
    </message>
    <message>
        <source>Per table</source>
        <translation>Per tafel</translation>
    </message>
    <message>
        <source>Per persona</source>
        <translation>Per persona</translation>
    </message>
    <message>
        <source>How is it counted?</source>
        <translation>Hoe wordt er geteld?</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>The control total is the number of people times their dots.</source>
        <translation>Het controlegetal is het aantal mensen keer hun stippen.</translation>
    </message>
    <message>
        <source>People who vote</source>
        <translation>Mensen die stemmen</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tafels</translation>
    </message>
    <message>
        <source>Which of them?</source>
        <translation>Welke doen mee?</translation>
    </message>
    <message>
        <source>People at each table</source>
        <translation>Mensen aan elke tafel</translation>
    </message>
    <message>
        <source>People for each persona</source>
        <translation>Mensen bij elke persona</translation>
    </message>
</context>
<context>
    <name>BallotWords</name>
    <message>
        <source>Together</source>
        <translation>Samen</translation>
    </message>
    <message>
        <source>Table {number}</source>
        <translation>Tafel {number}</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>Stippen</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Voor</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Tegen</translation>
    </message>
    <message>
        <source>Abstained</source>
        <translation>Onthouden</translation>
    </message>
    <message>
        <source>nothing counted yet</source>
        <translation>nog niet geteld</translation>
    </message>
    <message numerus="yes">
        <source>▲ %n too many</source>
        <translation>
            <numerusform>▲ %n te veel</numerusform>
            <numerusform>▲ %n te veel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▽ %n too few</source>
        <translation>
            <numerusform>▽ %n te weinig</numerusform>
            <numerusform>▽ %n te weinig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n</source>
        <translation>
            <numerusform>van %n</numerusform>
            <numerusform>van %n</numerusform>
        </translation>
    </message>
    <message>
        <source>correct</source>
        <translation>klopt</translation>
    </message>
    <message numerus="yes">
        <source>%n dot(s) counted</source>
        <translation>
            <numerusform>%n stip geteld</numerusform>
            <numerusform>%n stippen geteld</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hand(s) counted</source>
        <translation>
            <numerusform>%n hand geteld</numerusform>
            <numerusform>%n handen geteld</numerusform>
        </translation>
    </message>
    <message>
        <source>{counted} of {expected} dots counted</source>
        <translation>{counted} van {expected} stippen geteld</translation>
    </message>
    <message>
        <source>{counted} of {expected} hands counted</source>
        <translation>{counted} van {expected} handen geteld</translation>
    </message>
    <message>
        <source>Hands</source>
        <translation>Handen</translation>
    </message>
    <message numerus="yes">
        <source>%n per person</source>
        <translation>
            <numerusform>%n per persoon</numerusform>
            <numerusform>%n per persoon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n mens</numerusform>
            <numerusform>%n mensen</numerusform>
        </translation>
    </message>
    <message>
        <source>per table</source>
        <translation>per tafel</translation>
    </message>
    <message>
        <source>per persona</source>
        <translation>per persona</translation>
    </message>
    <message>
        <source>as one total</source>
        <translation>als één totaal</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>geheim</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>afgesloten</translation>
    </message>
    <message>
        <source>{for_} for · {against} against · {abstained} abstained</source>
        <translation>{for_} voor · {against} tegen · {abstained} onthouden</translation>
    </message>
</context>
<context>
    <name>BoardModel</name>
    <message>
        <source>kept on this laptop</source>
        <translation>op deze laptop bewaard</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>nog niet opgeslagen</translation>
    </message>
</context>
<context>
    <name>BoardSurface</name>
    <message>
        <source>Put down here</source>
        <translation>Leg hier neer</translation>
    </message>
    <message>
        <source>Cannot lie here</source>
        <translation>Kan hier niet liggen</translation>
    </message>
    <message>
        <source>No notes yet. Drag some here.</source>
        <translation>Nog geen notities. Sleep ze hierheen.</translation>
    </message>
</context>
<context>
    <name>BoardWords</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>Laid by hand</source>
        <translation>Zelf neergelegd</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Notes, part {number}</source>
        <translation>Notities, deel {number}</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Niemand in het bijzonder</translation>
    </message>
    <message>
        <source>No meeting</source>
        <translation>Geen bijeenkomst</translation>
    </message>
    <message>
        <source>Table {number}</source>
        <translation>Tafel {number}</translation>
    </message>
    <message>
        <source>No table</source>
        <translation>Geen tafel</translation>
    </message>
    <message>
        <source>No step</source>
        <translation>Geen stap</translation>
    </message>
</context>
<context>
    <name>CaptureBar</name>
    <message>
        <source>Who the note is about</source>
        <translation>Over wie de notitie gaat</translation>
    </message>
    <message>
        <source>Kind of note</source>
        <translation>Soort notitie</translation>
    </message>
    <message>
        <source>How the speaker knows</source>
        <translation>Hoe de spreker het weet</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Bijeenkomst</translation>
    </message>
    <message>
        <source>Type what was said …</source>
        <translation>Typ wat er gezegd is …</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nieuwe notitie</translation>
    </message>
    <message>
        <source>Enter sticks the note, Shift + Enter begins a new line</source>
        <translation>Enter plakt de notitie, Shift + Enter begint een nieuwe regel</translation>
    </message>
    <message>
        <source>Stick</source>
        <translation>Plakken</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message numerus="yes">
        <source>%n similar</source>
        <translation>
            <numerusform>%n lijkt hierop</numerusform>
            <numerusform>%n lijken hierop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) say almost this. Show them.</source>
        <translation>
            <numerusform>%n notitie zegt bijna hetzelfde. Laat zien.</numerusform>
            <numerusform>%n notities zeggen bijna hetzelfde. Laat zien.</numerusform>
        </translation>
    </message>
    <message>
        <source>New notes are kept on this laptop</source>
        <translation>Nieuwe notities worden op deze laptop bewaard</translation>
    </message>
    <message>
        <source>New notes are not saved yet</source>
        <translation>Nieuwe notities zijn nog niet opgeslagen</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n teken te veel</numerusform>
            <numerusform>%n tekens te veel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>room for %n character(s)</source>
        <translation>
            <numerusform>nog plaats voor %n teken</numerusform>
            <numerusform>nog plaats voor %n tekens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CombinedPage</name>
    <message>
        <source>Meet</source>
        <translation>Ontmoeten</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Bundelen</translation>
    </message>
    <message>
        <source>Advise</source>
        <translation>Adviseren</translation>
    </message>
</context>
<context>
    <name>CountDialog</name>
    <message>
        <source>Count</source>
        <translation>Tellen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitslag</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Wat er te zien is</translation>
    </message>
    <message>
        <source>Round of voting</source>
        <translation>Stemronde</translation>
    </message>
    <message>
        <source>This round</source>
        <translation>Deze ronde</translation>
    </message>
    <message>
        <source>Change this round…</source>
        <translation>Ronde wijzigen…</translation>
    </message>
    <message>
        <source>New round…</source>
        <translation>Nieuwe ronde…</translation>
    </message>
    <message>
        <source>Close this round</source>
        <translation>Ronde afsluiten</translation>
    </message>
    <message>
        <source>Count on</source>
        <translation>Verder tellen</translation>
    </message>
    <message>
        <source>Counted so far</source>
        <translation>Tot nu toe geteld</translation>
    </message>
    <message>
        <source>Type a number and press Enter. + adds one more pile, = sets the sum, Delete takes the last.</source>
        <translation>Typ een getal en druk op Enter. Met + komt er nog een stapel bij, met = geef je de som zelf, met Delete haal je de laatste stapel weg.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Put the votes with the advice</source>
        <translation>Stemmen bij de adviezen zetten</translation>
    </message>
    <message>
        <source>Voting in the room</source>
        <translation>Stemmen in de zaal</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>Ronde {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) not counted yet</source>
        <translation>
            <numerusform>%n vakje nog niet geteld</numerusform>
            <numerusform>%n vakjes nog niet geteld</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for something that is no longer there</source>
        <translation>
            <numerusform>%n op iets dat er niet meer is</numerusform>
            <numerusform>%n op iets dat er niet meer is</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
</context>
<context>
    <name>CoverageDialog</name>
    <message>
        <source>Who has been heard?</source>
        <translation>Wie is gehoord?</translation>
    </message>
    <message>
        <source>Per step</source>
        <translation>Per stap</translation>
    </message>
    <message>
        <source>Per goal</source>
        <translation>Per doel</translation>
    </message>
    <message>
        <source>What the table shows</source>
        <translation>Wat de tabel laat zien</translation>
    </message>
    <message>
        <source>Who has been heard where</source>
        <translation>Wie waar is gehoord</translation>
    </message>
    <message>
        <source>Notes in people&apos;s own words, or said by someone near. What was only imagined is apart.</source>
        <translation>Notities uit eigen ervaring, of van iemand die dichtbij staat of helpt. Wat alleen is bedacht, staat apart.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Goal {number}: {title}</source>
        <translation>Doel {number}: {title}</translation>
    </message>
    <message numerus="yes">
        <source>%n imagined</source>
        <translation>
            <numerusform>%n bedacht</numerusform>
            <numerusform>%n bedacht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody heard</source>
        <translation>niemand gehoord</translation>
    </message>
    <message>
        <source>not yet begun</source>
        <translation>nog niet begonnen</translation>
    </message>
    <message>
        <source>Nobody heard yet: {names}</source>
        <translation>Nog niet gehoord: {names}</translation>
    </message>
    <message>
        <source>Every persona has been heard.</source>
        <translation>Alle persona’s zijn gehoord.</translation>
    </message>
    <message>
        <source>There are no personas yet.</source>
        <translation>Er zijn nog geen persona’s.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Er ging iets mis in het programma</translation>
    </message>
    <message>
        <source>That is our fault, not yours. Your notes are safe in the dialogue file. You can go on. If something looks odd, close the program and open it again.</source>
        <translation>Dat is onze fout, niet die van jou. Je notities staan veilig in het dialoogbestand. Je kunt verdergaan. Ziet iets er vreemd uit? Sluit dan het programma en open het opnieuw.</translation>
    </message>
    <message>
        <source>It contains no notes and no names. You may send it to whoever helps you with the program.</source>
        <translation>Er staan geen notities en geen namen in. Je mag dit sturen aan wie je met het programma helpt.</translation>
    </message>
    <message>
        <source>What the makers need to know</source>
        <translation>Wat de makers moeten weten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verdergaan</translation>
    </message>
</context>
<context>
    <name>DamagedDialog</name>
    <message>
        <source>The file ‘{name}’ can no longer be read as it should. It stays as it is, whatever you choose: you go on in a new file.</source>
        <translation>Het bestand ‘{name}’ is niet meer goed te lezen. Het blijft zoals het is, wat je ook kiest: je gaat verder in een nieuw bestand.</translation>
    </message>
    <message>
        <source>This dialogue is damaged</source>
        <translation>Deze dialoog is beschadigd</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>Reservekopieën, de nieuwste eerst</translation>
    </message>
    <message>
        <source>Go on with this backup</source>
        <translation>Verder met deze reservekopie</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laten zoals het is</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Bewaar wat te lezen is</translation>
    </message>
    <message>
        <source>There is no good backup of it on this laptop. Often much can still be read.</source>
        <translation>Er is geen goede reservekopie op deze laptop. Vaak is er nog veel te lezen.</translation>
    </message>
    <message numerus="yes">
        <source>The newest good backup is of {when}, with %n note(s).</source>
        <translation>
            <numerusform>De nieuwste goede reservekopie is van {when}, met %n notitie.</numerusform>
            <numerusform>De nieuwste goede reservekopie is van {when}, met %n notities.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The last notes are being saved…</source>
        <translation>De laatste notities worden bewaard…</translation>
    </message>
    <message>
        <source>The dialogue is being opened…</source>
        <translation>De dialoog gaat open…</translation>
    </message>
</context>
<context>
    <name>DialogueCard</name>
    <message>
        <source>step {step} of {steps}</source>
        <translation>stap {step} van {steps}</translation>
    </message>
    <message>
        <source>More about {title}</source>
        <translation>Meer over {title}</translation>
    </message>
</context>
<context>
    <name>DialogueList</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>view only</source>
        <translation>alleen bekijken</translation>
    </message>
    <message>
        <source>To be removed: {day}</source>
        <translation>Te verwijderen: {day}</translation>
    </message>
    <message>
        <source>Locked · {day}</source>
        <translation>Op slot · {day}</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschadigd</translation>
    </message>
    <message>
        <source>From a newer version</source>
        <translation>Van een nieuwere versie</translation>
    </message>
    <message>
        <source>Not a dialogue</source>
        <translation>Geen dialoog</translation>
    </message>
    <message>
        <source>You may not read it</source>
        <translation>Je mag het niet lezen</translation>
    </message>
    <message>
        <source>The disk does not answer</source>
        <translation>De schijf geeft geen antwoord</translation>
    </message>
    <message>
        <source>Cannot be opened</source>
        <translation>Kan niet worden geopend</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gisteren</translation>
    </message>
    <message>
        <source>Open with its key…</source>
        <translation>Openen met de sleutel…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Verwijderen…</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drag a dialogue ({dialogue}), an export ({export}), a survey from Excel or CSV ({survey}) or a sealed file ({sealed}) here</source>
        <translation>Sleep een dialoog ({dialogue}), een export ({export}), een vragenlijst uit Excel of CSV ({survey}) of een verzegeld bestand ({sealed}) hierheen</translation>
    </message>
</context>
<context>
    <name>EraseNotesDialog</name>
    <message numerus="yes">
        <source>Erase %n note(s) for good?</source>
        <translation>
            <numerusform>%n notitie voorgoed wissen?</numerusform>
            <numerusform>%n notities voorgoed wissen?</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be undone. ‘Delete’ can.</source>
        <translation>Dit kun je niet ongedaan maken. ‘Verwijderen’ wel.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The words also go from the history, the search, the backups and what was rescued.</source>
        <translation>De woorden verdwijnen ook uit de geschiedenis, het zoeken, de reservekopieën en wat gered is.</translation>
    </message>
    <message>
        <source>Pictures that no other note shows go along, and so does what was decided about the notes.</source>
        <translation>Plaatjes die op geen andere notitie staan gaan mee, en ook wat er over de notities besloten is.</translation>
    </message>
    <message>
        <source>That something was erased stays in the history, without what it was.</source>
        <translation>In de geschiedenis blijft staan dát er iets gewist is, niet wat.</translation>
    </message>
    <message>
        <source>Words taken over in an insight, advice or text of the report stay there.</source>
        <translation>Woorden die zijn overgenomen in een inzicht, advies of tekst van het rapport blijven daar staan.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Voorgoed wissen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
</context>
<context>
    <name>EraseWordsDialog</name>
    <message>
        <source>Erase somebody’s data</source>
        <translation>Gegevens van iemand wissen</translation>
    </message>
    <message>
        <source>The words go for good, from the history and the backups too. This cannot be undone.</source>
        <translation>De woorden verdwijnen voorgoed, ook uit de geschiedenis en de reservekopieën. Dit kun je niet ongedaan maken.</translation>
    </message>
    <message>
        <source>Where the words stand</source>
        <translation>Waar de woorden staan</translation>
    </message>
    <message>
        <source>Put this there instead</source>
        <translation>Zet dit ervoor in de plaats</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Voorgoed wissen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Name or words</source>
        <translation>Naam of woorden</translation>
    </message>
    <message>
        <source>Also as a part of a longer word</source>
        <translation>Ook als deel van een langer woord</translation>
    </message>
    <message>
        <source>‘{words}’ stands nowhere, and never did.</source>
        <translation>‘{words}’ staat nergens, en stond er ook niet eerder.</translation>
    </message>
    <message numerus="yes">
        <source>Found in %n place(s).</source>
        <translation>
            <numerusform>Gevonden op %n plaats.</numerusform>
            <numerusform>Gevonden op %n plaatsen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these stood there earlier and were changed since.</source>
        <translation>
            <numerusform>%n daarvan stond er eerder en is daarna veranderd.</numerusform>
            <numerusform>%n daarvan stonden er eerder en zijn daarna veranderd.</numerusform>
        </translation>
    </message>
    <message>
        <source>{what} (deleted)</source>
        <translation>{what} (verwijderd)</translation>
    </message>
    <message>
        <source>{what} (earlier)</source>
        <translation>{what} (eerder)</translation>
    </message>
    <message>
        <source>About the dialogue</source>
        <translation>Over de dialoog</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Bijeenkomst</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Plaatje</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>Inzicht</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Advies</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Afspraak</translation>
    </message>
    <message>
        <source>Reason to go on</source>
        <translation>Reden om verder te gaan</translation>
    </message>
    <message>
        <source>Participant</source>
        <translation>Deelnemer</translation>
    </message>
    <message>
        <source>Round of voting</source>
        <translation>Stemronde</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Besluit</translation>
    </message>
    <message numerus="yes">
        <source>Erase in %n place(s)</source>
        <translation>
            <numerusform>Wissen op %n plaats</numerusform>
            <numerusform>Wissen op %n plaatsen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErasedDialog</name>
    <message>
        <source>Erased for good</source>
        <translation>Voorgoed gewist</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) looked through, and written anew where the words stood.</source>
        <translation>
            <numerusform>%n reservekopie bekeken, en opnieuw geschreven als de woorden erin stonden.</numerusform>
            <numerusform>%n reservekopieën bekeken, en opnieuw geschreven waar de woorden stonden.</numerusform>
        </translation>
    </message>
    <message>
        <source>There were no backups on this computer.</source>
        <translation>Er waren geen reservekopieën op deze computer.</translation>
    </message>
    <message>
        <source>A backup on a stick that is not here now follows when the stick is back.</source>
        <translation>Een reservekopie op een stick die er nu niet is, volgt als de stick er weer in zit.</translation>
    </message>
    <message>
        <source>A copy on another laptop follows when you bring the two together.</source>
        <translation>Een kopie op een andere laptop volgt als je de twee samenvoegt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) could not be changed and may still hold the words</source>
        <translation>
            <numerusform>%n reservekopie kon niet worden veranderd; daar kunnen de woorden nog in staan</numerusform>
            <numerusform>%n reservekopieën konden niet worden veranderd; daar kunnen de woorden nog in staan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Erasing</name>
    <message numerus="yes">
        <source>%n note(s) erased, also from the history.</source>
        <translation>
            <numerusform>%n notitie gewist, ook uit de geschiedenis.</numerusform>
            <numerusform>%n notities gewist, ook uit de geschiedenis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erased in %n place(s), also from the history.</source>
        <translation>
            <numerusform>Gewist op %n plaats, ook uit de geschiedenis.</numerusform>
            <numerusform>Gewist op %n plaatsen, ook uit de geschiedenis.</numerusform>
        </translation>
    </message>
    <message>
        <source>The words are gone from the screen, but not yet from the disk and the backups.</source>
        <translation>De woorden zijn weg van het scherm, maar nog niet van de schijf en uit de reservekopieën.</translation>
    </message>
    <message>
        <source>Not erased everywhere yet</source>
        <translation>Nog niet overal gewist</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>EvidencePane</name>
    <message>
        <source>Notes this advice rests on</source>
        <translation>Notities waar dit advies op rust</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export for other programs</source>
        <translation>Exporteren voor andere programma’s</translation>
    </message>
    <message>
        <source>The grouping table</source>
        <translation>De groepeertafel</translation>
    </message>
    <message>
        <source>All notes</source>
        <translation>Alle notities</translation>
    </message>
    <message>
        <source>Which board</source>
        <translation>Welk bord</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>All these files keep your promise. Only JSON holds everything, also what is not printed.</source>
        <translation>Al deze bestanden houden zich aan je belofte. Alleen JSON bevat alles, ook wat niet wordt afgedrukt.</translation>
    </message>
    <message>
        <source>Choose a place…</source>
        <translation>Kies een plek…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>The parts chosen for the report: {count} of {most}.</source>
        <translation>De onderdelen die voor het rapport gekozen zijn: {count} van {most}.</translation>
    </message>
    <message>
        <source>Word (.docx)</source>
        <translation>Word (.docx)</translation>
    </message>
    <message>
        <source>The text of the report, to edit and reuse.</source>
        <translation>De tekst van het rapport, om te bewerken en te gebruiken.</translation>
    </message>
    <message>
        <source>Excel (.xlsx)</source>
        <translation>Excel (.xlsx)</translation>
    </message>
    <message>
        <source>Notes, insights, goals, advice and votes as tables.</source>
        <translation>Notities, inzichten, doelen, adviezen en stemmen als tabellen.</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>CSV-tabellen</translation>
    </message>
    <message>
        <source>The same tables for any program, in one folder.</source>
        <translation>Dezelfde tabellen voor elk programma, in één map.</translation>
    </message>
    <message>
        <source>Talking picture (.html)</source>
        <translation>Praatplaat (.html)</translation>
    </message>
    <message>
        <source>One page to walk through, also without internet.</source>
        <translation>Eén pagina om doorheen te lopen, ook zonder internet.</translation>
    </message>
    <message>
        <source>Picture of a board (.png)</source>
        <translation>Plaatje van een bord (.png)</translation>
    </message>
    <message>
        <source>To show or print a board as it lies.</source>
        <translation>Om een bord te laten zien of af te drukken zoals het ligt.</translation>
    </message>
    <message>
        <source>Drawing of a board (.svg)</source>
        <translation>Tekening van een bord (.svg)</translation>
    </message>
    <message>
        <source>Sharp at any size, for designers.</source>
        <translation>Scherp op elke grootte, voor ontwerpers.</translation>
    </message>
    <message>
        <source>Markdown (.md)</source>
        <translation>Markdown (.md)</translation>
    </message>
    <message>
        <source>The text of the report for websites.</source>
        <translation>De tekst van het rapport voor websites.</translation>
    </message>
    <message>
        <source>Research project (.qdpx)</source>
        <translation>Onderzoeksproject (.qdpx)</translation>
    </message>
    <message>
        <source>For ATLAS.ti, MAXQDA, NVivo and the like.</source>
        <translation>Voor ATLAS.ti, MAXQDA, NVivo en dergelijke.</translation>
    </message>
    <message>
        <source>Codebook (.qdc)</source>
        <translation>Codeboek (.qdc)</translation>
    </message>
    <message>
        <source>Goals and insights alone, as codes.</source>
        <translation>Alleen doelen en inzichten, als codes.</translation>
    </message>
    <message>
        <source>JSON (.json)</source>
        <translation>JSON (.json)</translation>
    </message>
    <message>
        <source>Everything with its history, without loss.</source>
        <translation>Alles met de geschiedenis, zonder verlies.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Looking through the texts…</source>
        <translation>De teksten doorkijken…</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in this dialogue wait for a decision before it is published.</source>
        <translation>
            <numerusform>%n ding in deze dialoog wacht nog op een besluit voordat het openbaar wordt.</numerusform>
            <numerusform>%n dingen in deze dialoog wachten nog op een besluit voordat het openbaar wordt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Before this leaves the laptop</source>
        <translation>Voordat dit de laptop verlaat</translation>
    </message>
    <message>
        <source>Look at it first</source>
        <translation>Eerst bekijken</translation>
    </message>
    <message>
        <source>Export all the same</source>
        <translation>Toch exporteren</translation>
    </message>
    <message>
        <source>Folders (*)</source>
        <translation>Mappen (*)</translation>
    </message>
    <message>
        <source>Export for other programs</source>
        <translation>Exporteren voor andere programma’s</translation>
    </message>
    <message>
        <source>{name} is being made…</source>
        <translation>{name} wordt gemaakt…</translation>
    </message>
    <message>
        <source>The export is in {place}.</source>
        <translation>De export staat in {place}.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open de map</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Open het bestand</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>Kies een andere plek</translation>
    </message>
    <message>
        <source>The computer cannot open this by itself. It is here: {place}</source>
        <translation>De computer kan dit niet zelf openen. Het staat hier: {place}</translation>
    </message>
</context>
<context>
    <name>ExtraFinder</name>
    <message>
        <source>How far the extra name finder is</source>
        <translation>Hoe ver de extra naamzoeker is</translation>
    </message>
    <message>
        <source>Extra name finder: reading…</source>
        <translation>Extra naamzoeker: leest…</translation>
    </message>
    <message>
        <source>Extra name finder: beginning…</source>
        <translation>Extra naamzoeker: begint…</translation>
    </message>
    <message>
        <source>Extra name finder: off</source>
        <translation>Extra naamzoeker: uit</translation>
    </message>
    <message>
        <source>It is not installed on this computer.</source>
        <translation>Hij is niet geïnstalleerd op deze computer.</translation>
    </message>
    <message>
        <source>It finds more names and takes a minute or more to begin.</source>
        <translation>Hij vindt meer namen en heeft een minuut of langer nodig om te beginnen.</translation>
    </message>
    <message>
        <source>This takes a minute or more.</source>
        <translation>Dit duurt een minuut of langer.</translation>
    </message>
    <message>
        <source>Extra name finder: on</source>
        <translation>Extra naamzoeker: aan</translation>
    </message>
    <message>
        <source>It finds more names, but not all.</source>
        <translation>Hij vindt meer namen, maar niet alle.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Find more names</source>
        <translation>Zoek meer namen</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search and filter</source>
        <translation>Zoeken en filteren</translation>
    </message>
    <message>
        <source>Search the notes</source>
        <translation>Zoek in de notities</translation>
    </message>
    <message>
        <source>Search the notes ({keys})</source>
        <translation>Zoek in de notities ({keys})</translation>
    </message>
    <message>
        <source>Clear the search and all filters ({key})</source>
        <translation>Zoekwoorden en alle filters wissen ({key})</translation>
    </message>
    <message numerus="yes">
        <source>{count} of {total} note(s)</source>
        <translation>
            <numerusform>{count} van {total} notitie</numerusform>
            <numerusform>{count} van {total} notities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{total} note(s)</source>
        <translation>
            <numerusform>{total} notitie</numerusform>
            <numerusform>{total} notities</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Meer filters</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filters</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>No longer filter by: {name}</source>
        <translation>Niet meer filteren op: {name}</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Alles uitvinken</translation>
    </message>
</context>
<context>
    <name>FilterKinds</name>
    <message>
        <source>About</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plek</translation>
    </message>
    <message>
        <source>How known</source>
        <translation>Hoe bekend</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Stap</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Bijeenkomst</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanaal</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Kenmerk</translation>
    </message>
    <message>
        <source>Key quote</source>
        <translation>Kernzin</translation>
    </message>
    <message>
        <source>With a picture</source>
        <translation>Met een afbeelding</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Niemand in het bijzonder</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Not yet grouped</source>
        <translation>Nog te bundelen</translation>
    </message>
    <message>
        <source>Grouped</source>
        <translation>Gebundeld</translation>
    </message>
    <message>
        <source>Fits nowhere</source>
        <translation>Past nergens</translation>
    </message>
    <message>
        <source>No meeting</source>
        <translation>Geen bijeenkomst</translation>
    </message>
    <message>
        <source>Table {number}</source>
        <translation>Tafel {number}</translation>
    </message>
    <message>
        <source>No table</source>
        <translation>Geen tafel</translation>
    </message>
</context>
<context>
    <name>GateButtons</name>
    <message>
        <source>Previous step</source>
        <translation>Vorige stap</translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) still open</source>
        <translation>
            <numerusform>%n voorwaarde nog open</numerusform>
            <numerusform>%n voorwaarden nog open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GatePanel</name>
    <message>
        <source>Before we go on</source>
        <translation>Voor we verdergaan</translation>
    </message>
    <message>
        <source>We went on anyway</source>
        <translation>Toch verdergegaan</translation>
    </message>
    <message>
        <source>met</source>
        <translation>in orde</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>nog open</translation>
    </message>
</context>
<context>
    <name>GoalActions</name>
    <message numerus="yes">
        <source>%n chosen insight(s) will belong to it.</source>
        <translation>
            <numerusform>Het gekozen inzicht hoort er dan bij.</numerusform>
            <numerusform>De %n gekozen inzichten horen er dan bij.</numerusform>
        </translation>
    </message>
    <message>
        <source>New goal</source>
        <translation>Nieuw doel</translation>
    </message>
    <message>
        <source>Make the goal</source>
        <translation>Doel maken</translation>
    </message>
    <message>
        <source>Save the goal</source>
        <translation>Doel bewaren</translation>
    </message>
    <message>
        <source>Which goal does ‘{title}’ belong with?</source>
        <translation>Bij welk doel hoort ‘{title}’?</translation>
    </message>
    <message>
        <source>See what happens</source>
        <translation>Bekijken wat er gebeurt</translation>
    </message>
    <message>
        <source>No insight belongs to this goal, so there is nothing to split off.</source>
        <translation>Bij dit doel hoort geen inzicht. Er valt dus niets af te splitsen.</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n goal(s)</source>
        <translation>
            <numerusform>%n doel samenvoegen</numerusform>
            <numerusform>%n doelen samenvoegen</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Wijzigen…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Samenvoegen…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Splitsen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>The goals are merged.</source>
        <translation>De doelen zijn samengevoegd.</translation>
    </message>
    <message>
        <source>Split the goal</source>
        <translation>Doel splitsen</translation>
    </message>
    <message numerus="yes">
        <source>%n goal(s) deleted; the insights stay.</source>
        <translation>
            <numerusform>%n doel verwijderd; de inzichten blijven.</numerusform>
            <numerusform>%n doelen verwijderd; de inzichten blijven.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoalDialog</name>
    <message>
        <source>Name of the goal</source>
        <translation>Naam van het doel</translation>
    </message>
    <message>
        <source>What we mean by it</source>
        <translation>Wat we ermee bedoelen</translation>
    </message>
    <message>
        <source>What residents say</source>
        <translation>Wat bewoners zeggen</translation>
    </message>
    <message>
        <source>Points of tension</source>
        <translation>Waar het schuurt</translation>
    </message>
    <message>
        <source>Wishes that clash, within this goal or with another one</source>
        <translation>Wensen die botsen, binnen dit doel of met een ander doel</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>GoalPane</name>
    <message>
        <source>Goals</source>
        <translation>Doelen</translation>
    </message>
    <message>
        <source>New goal</source>
        <translation>Nieuw doel</translation>
    </message>
    <message>
        <source>Goals come from the insights. Make the first one with the plus.</source>
        <translation>Doelen komen uit de inzichten. Maak het eerste met het plusje.</translation>
    </message>
    <message>
        <source>Vote in the room</source>
        <translation>Stemmen in de zaal</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Wijzigen…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Samenvoegen…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Splitsen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
</context>
<context>
    <name>GroupBoard</name>
    <message>
        <source>Insights</source>
        <translation>Inzichten</translation>
    </message>
    <message>
        <source>Still to group</source>
        <translation>Nog te bundelen</translation>
    </message>
    <message>
        <source>Fits nowhere</source>
        <translation>Past nergens bij</translation>
    </message>
    <message>
        <source>each with a reason</source>
        <translation>elk met een reden</translation>
    </message>
    <message>
        <source>also {goal}</source>
        <translation>ook {goal}</translation>
    </message>
    <message>
        <source>With no goal yet</source>
        <translation>Nog bij geen doel</translation>
    </message>
</context>
<context>
    <name>GroupDesk</name>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Only goal {number}</source>
        <translation>Alleen doel {number}</translation>
    </message>
</context>
<context>
    <name>GroupFaces</name>
    <message>
        <source>No name yet</source>
        <translation>Nog zonder naam</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>Goal {number}</source>
        <translation>Doel {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n dot(s)</source>
        <translation>
            <numerusform>%n stip</numerusform>
            <numerusform>%n stippen</numerusform>
        </translation>
    </message>
    <message>
        <source>Belongs to no goal yet</source>
        <translation>Nog bij geen doel</translation>
    </message>
    <message numerus="yes">
        <source>‘{title}’ gets %n note(s).</source>
        <translation>
            <numerusform>‘{title}’ krijgt %n notitie.</numerusform>
            <numerusform>‘{title}’ krijgt %n notities.</numerusform>
        </translation>
    </message>
    <message>
        <source>It belongs to these goals: {numbers}.</source>
        <translation>Het hoort bij deze doelen: {numbers}.</translation>
    </message>
    <message>
        <source>‘{title}’ becomes part of it.</source>
        <translation>‘{title}’ gaat erin op.</translation>
    </message>
    <message numerus="yes">
        <source>‘{title}’ gets %n insight(s).</source>
        <translation>
            <numerusform>‘{title}’ krijgt %n inzicht.</numerusform>
            <numerusform>‘{title}’ krijgt %n inzichten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The texts are placed one after the other.</source>
        <translation>De teksten komen achter elkaar te staan.</translation>
    </message>
    <message numerus="yes">
        <source>%n insight(s)</source>
        <translation>
            <numerusform>%n inzicht</numerusform>
            <numerusform>%n inzichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Advice that rests on it from now on: {numbers}.</source>
        <translation>Adviezen die er voortaan op rusten: {numbers}.</translation>
    </message>
    <message numerus="yes">
        <source>It gets %n piece(s) of advice.</source>
        <translation>
            <numerusform>Er hoort %n advies bij.</numerusform>
            <numerusform>Er horen %n adviezen bij.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupLinks</name>
    <message numerus="yes">
        <source>Which goal do %n insight(s) belong to as well?</source>
        <translation>
            <numerusform>Bij welk doel hoort dit inzicht óók?</numerusform>
            <numerusform>Bij welk doel horen deze %n inzichten óók?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Which goal do %n insight(s) belong to?</source>
        <translation>
            <numerusform>Bij welk doel hoort dit inzicht?</numerusform>
            <numerusform>Bij welk doel horen deze %n inzichten?</numerusform>
        </translation>
    </message>
    <message>
        <source>With no goal</source>
        <translation>Bij geen doel</translation>
    </message>
    <message>
        <source>Link to the goal</source>
        <translation>Aan het doel koppelen</translation>
    </message>
    <message>
        <source>New goal</source>
        <translation>Nieuw doel</translation>
    </message>
</context>
<context>
    <name>GroupMoves</name>
    <message>
        <source>Goal: choose an insight of it</source>
        <translation>Doel: kies daarna een inzicht</translation>
    </message>
    <message>
        <source>Loose notes</source>
        <translation>Losse notities</translation>
    </message>
    <message>
        <source>Back to what is still to be grouped</source>
        <translation>Terug naar wat nog te bundelen is</translation>
    </message>
    <message>
        <source>Fits nowhere</source>
        <translation>Past nergens bij</translation>
    </message>
    <message>
        <source>Set aside, with the reason</source>
        <translation>Apart leggen, met de reden</translation>
    </message>
    <message numerus="yes">
        <source>Where do %n note(s) go as well?</source>
        <translation>
            <numerusform>Waar hoort deze notitie óók bij?</numerusform>
            <numerusform>Waar horen deze %n notities óók bij?</numerusform>
        </translation>
    </message>
    <message>
        <source>Put there as well</source>
        <translation>Hier ook bij leggen</translation>
    </message>
    <message numerus="yes">
        <source>Where do %n note(s) go?</source>
        <translation>
            <numerusform>Waar hoort deze notitie bij?</numerusform>
            <numerusform>Waar horen deze %n notities bij?</numerusform>
        </translation>
    </message>
    <message>
        <source>Put there</source>
        <translation>Hierbij leggen</translation>
    </message>
    <message>
        <source>New insight</source>
        <translation>Nieuw inzicht</translation>
    </message>
    <message>
        <source>Which insight of ‘{title}’?</source>
        <translation>Bij welk inzicht van ‘{title}’?</translation>
    </message>
</context>
<context>
    <name>GroupNotes</name>
    <message>
        <source>Move to…</source>
        <translation>Verplaats naar…</translation>
    </message>
    <message>
        <source>Put with another one too…</source>
        <translation>Ook bij een ander leggen…</translation>
    </message>
    <message>
        <source>Back to the loose notes</source>
        <translation>Terug naar de losse notities</translation>
    </message>
</context>
<context>
    <name>GroupPage</name>
    <message>
        <source>What belongs together?</source>
        <translation>Wat hoort bij elkaar?</translation>
    </message>
    <message>
        <source>Loose notes</source>
        <translation>Losse notities</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Inzichten</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Doelen</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Wat er te zien is</translation>
    </message>
</context>
<context>
    <name>GroupSuggest</name>
    <message>
        <source>No loose notes are clearly about the same.</source>
        <translation>Geen losse notities gaan duidelijk over hetzelfde.</translation>
    </message>
    <message>
        <source>The other notes stay loose; they need not fit anywhere.</source>
        <translation>De andere notities blijven los; ze hoeven nergens bij te passen.</translation>
    </message>
    <message>
        <source>What was refused tonight does not come back.</source>
        <translation>Wat vanavond is afgewezen, komt niet terug.</translation>
    </message>
    <message>
        <source>That was all.</source>
        <translation>Dat was alles.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) got a place</source>
        <translation>
            <numerusform>%n notitie kreeg een plek</numerusform>
            <numerusform>%n notities kregen een plek</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n insight(s)</source>
        <translation>
            <numerusform>%n inzicht</numerusform>
            <numerusform>%n inzichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>This group does not come back tonight.</source>
        <translation>Deze groep komt vanavond niet terug.</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>Toch tonen</translation>
    </message>
</context>
<context>
    <name>HandedOutList</name>
    <message numerus="yes">
        <source>%n file(s) made on this computer may still hold the words</source>
        <translation>
            <numerusform>In %n bestand dat op deze computer gemaakt is, kunnen de woorden nog staan</numerusform>
            <numerusform>In %n bestanden die op deze computer gemaakt zijn, kunnen de woorden nog staan</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}, {day}</source>
        <translation>{name}, {day}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay as they are. Remove them yourself, make them anew, or ask who has them to.</source>
        <translation>Die veranderen niet. Verwijder ze zelf, maak ze opnieuw, of vraag het aan wie ze heeft.</translation>
    </message>
</context>
<context>
    <name>Hands</name>
    <message numerus="yes">
        <source>%n moved to {place}</source>
        <translation>
            <numerusform>%n verplaatst naar {place}</numerusform>
            <numerusform>%n verplaatst naar {place}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>All dialogues</source>
        <translation>Alle dialogen</translation>
    </message>
    <message>
        <source>Set-up of this dialogue</source>
        <translation>Opzet van deze dialoog</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Alles opgeslagen</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Opslaan…</translation>
    </message>
    <message>
        <source>Kept on this laptop</source>
        <translation>Op deze laptop bewaard</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Niet opgeslagen</translation>
    </message>
    <message>
        <source>View only</source>
        <translation>Alleen bekijken</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Everything that was done, the newest first. Nothing gets lost by going back.</source>
        <translation>Alles wat er is gedaan, het nieuwste eerst. Door terug te gaan gaat er niets verloren.</translation>
    </message>
    <message>
        <source>Back to another moment</source>
        <translation>Terug naar een ander moment</translation>
    </message>
    <message>
        <source>Search: a word, a name or a time</source>
        <translation>Zoek: een woord, een naam of een tijd</translation>
    </message>
    <message>
        <source>Search in what was done</source>
        <translation>Zoeken in wat er is gedaan</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Wat er is gedaan</translation>
    </message>
    <message>
        <source>Back to here</source>
        <translation>Terug naar hier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Show where it is</source>
        <translation>Laat zien waar</translation>
    </message>
    <message>
        <source>Laptop {number}</source>
        <translation>Laptop {number}</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Deze laptop</translation>
    </message>
    <message>
        <source>change</source>
        <translation>wijziging</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>teruggedraaid</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>This was done on another laptop; only that one can undo it.</source>
        <translation>Dit is op een andere laptop gedaan. Alleen daar kan het worden teruggedraaid.</translation>
    </message>
    <message>
        <source>This was undone, and then something else was done. It cannot come back.</source>
        <translation>Dit is teruggedraaid, en daarna is er iets anders gedaan. Het kan niet meer terugkomen.</translation>
    </message>
    <message>
        <source>Nothing was changed here, so there is nothing to go back to.</source>
        <translation>Hier is niets veranderd, dus er is niets om naar terug te gaan.</translation>
    </message>
    <message>
        <source>This is where you are now.</source>
        <translation>Hier ben je nu.</translation>
    </message>
    <message numerus="yes">
        <source>Going on to here does %n step(s) again.</source>
        <translation>
            <numerusform>Verder gaan naar hier doet %n stap opnieuw.</numerusform>
            <numerusform>Verder gaan naar hier doet %n stappen opnieuw.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Going back to here undoes %n step(s).</source>
        <translation>
            <numerusform>Teruggaan naar hier draait %n stap terug.</numerusform>
            <numerusform>Teruggaan naar hier draait %n stappen terug.</numerusform>
        </translation>
    </message>
    <message>
        <source>{key} does them again, one by one.</source>
        <translation>Met {key} doe je ze stap voor stap opnieuw.</translation>
    </message>
    <message>
        <source>Nothing found. Try another word.</source>
        <translation>Niets gevonden. Probeer een ander woord.</translation>
    </message>
    <message>
        <source>On to here</source>
        <translation>Verder naar hier</translation>
    </message>
</context>
<context>
    <name>HostPane</name>
    <message>
        <source>For the facilitator</source>
        <translation>Voor de gespreksleider</translation>
    </message>
    <message>
        <source>Fold these questions away</source>
        <translation>Vragen inklappen</translation>
    </message>
    <message>
        <source>Show the questions of this part</source>
        <translation>Vragen van dit deel tonen</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Volgende stap</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
</context>
<context>
    <name>HostSide</name>
    <message>
        <source>To the report</source>
        <translation>Naar het rapport</translation>
    </message>
    <message>
        <source>To step {number}: {step}</source>
        <translation>Naar stap {number}: {step}</translation>
    </message>
    <message>
        <source>To the set-up</source>
        <translation>Naar de opzet</translation>
    </message>
    <message>
        <source>Back to step {number}: {step}</source>
        <translation>Terug naar stap {number}: {step}</translation>
    </message>
    <message>
        <source>the report</source>
        <translation>het rapport</translation>
    </message>
    <message>
        <source>The time for ‘{part}’ is up. Finish calmly; nothing stops.</source>
        <translation>De tijd voor ‘{part}’ is om. Rond rustig af; er stopt niets.</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Volgend deel</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n rij</numerusform>
            <numerusform>%n rijen</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a survey</source>
        <translation>Vragenlijst inlezen</translation>
    </message>
    <message>
        <source>{name}: {rows}. Each answer becomes a note. Other columns are not kept.</source>
        <translation>{name}: {rows}. Elk antwoord wordt een notitie. Andere kolommen worden niet bewaard.</translation>
    </message>
    <message>
        <source>no persona</source>
        <translation>geen persona</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blad</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden sheet(s) are left out.</source>
        <translation>
            <numerusform>%n verborgen blad wordt niet meegenomen.</numerusform>
            <numerusform>%n verborgen bladen worden niet meegenomen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The answers are in column</source>
        <translation>De antwoorden staan in kolom</translation>
    </message>
    <message>
        <source>The persona is in column</source>
        <translation>De persona staat in kolom</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanaal</translation>
    </message>
    <message>
        <source>Name of this survey</source>
        <translation>Naam van deze vragenlijst</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>De eerste rijen</translation>
    </message>
    <message>
        <source>Add the answers as notes</source>
        <translation>Antwoorden toevoegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>The first rows of the table</source>
        <translation>De eerste rijen van de tabel</translation>
    </message>
</context>
<context>
    <name>InsightActions</name>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Naam wijzigen</translation>
    </message>
    <message>
        <source>Goals…</source>
        <translation>Doelen…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Samenvoegen…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Splitsen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message numerus="yes">
        <source>New insight with %n note(s)</source>
        <translation>
            <numerusform>Nieuw inzicht met %n notitie</numerusform>
            <numerusform>Nieuw inzicht met %n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>New insight, still without notes</source>
        <translation>Nieuw inzicht, nog zonder notities</translation>
    </message>
    <message>
        <source>There are no goals yet. Make one first, on the right.</source>
        <translation>Er zijn nog geen doelen. Maak eerst een doel, rechts in het venster.</translation>
    </message>
    <message>
        <source>Which insight does ‘{title}’ belong with?</source>
        <translation>Bij welk inzicht hoort ‘{title}’?</translation>
    </message>
    <message>
        <source>See what happens</source>
        <translation>Bekijken wat er gebeurt</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n insight(s)</source>
        <translation>
            <numerusform>%n inzicht samenvoegen</numerusform>
            <numerusform>%n inzichten samenvoegen</numerusform>
        </translation>
    </message>
    <message>
        <source>The insights are merged.</source>
        <translation>De inzichten zijn samengevoegd.</translation>
    </message>
    <message>
        <source>This insight has no notes to split off.</source>
        <translation>Dit inzicht heeft geen notities om af te splitsen.</translation>
    </message>
    <message>
        <source>Split the insight</source>
        <translation>Inzicht splitsen</translation>
    </message>
    <message numerus="yes">
        <source>%n insight(s) deleted; the notes are loose again.</source>
        <translation>
            <numerusform>%n inzicht verwijderd; de notities liggen weer los.</numerusform>
            <numerusform>%n inzichten verwijderd; de notities liggen weer los.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InsightChoiceDialog</name>
    <message>
        <source>What does this advice rest on?</source>
        <translation>Waar rust dit advies op?</translation>
    </message>
    <message>
        <source>Type to find an insight</source>
        <translation>Typ om een inzicht te vinden</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>Inzichten</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>Use these insights</source>
        <translation>Deze inzichten gebruiken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>InsightDetail</name>
    <message>
        <source>The opened insight</source>
        <translation>Het geopende inzicht</translation>
    </message>
    <message>
        <source>Give it a name: who needs what, and why?</source>
        <translation>Geef het een naam: wie heeft wat nodig, en waarom?</translation>
    </message>
    <message>
        <source>Name of the insight</source>
        <translation>Naam van het inzicht</translation>
    </message>
    <message>
        <source>What do they have in common?</source>
        <translation>Wat hebben ze gemeen?</translation>
    </message>
    <message>
        <source>Description of the insight</source>
        <translation>Beschrijving van het inzicht</translation>
    </message>
    <message>
        <source>Notes under this insight</source>
        <translation>Notities bij dit inzicht</translation>
    </message>
    <message>
        <source>All insights</source>
        <translation>Alle inzichten</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Samenvoegen…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Splitsen…</translation>
    </message>
    <message>
        <source>Delete the insight</source>
        <translation>Inzicht verwijderen</translation>
    </message>
    <message>
        <source>There are no goals yet.</source>
        <translation>Er zijn nog geen doelen.</translation>
    </message>
    <message>
        <source>Belongs to no goal yet: choose a number.</source>
        <translation>Hoort nog bij geen doel: kies een nummer.</translation>
    </message>
    <message>
        <source>Belongs to goal {number}</source>
        <translation>Hoort bij doel {number}</translation>
    </message>
    <message>
        <source>Goal {number}</source>
        <translation>Doel {number}</translation>
    </message>
</context>
<context>
    <name>InsightPane</name>
    <message>
        <source>Insights</source>
        <translation>Inzichten</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Bord</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Kaarten</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>How the insights are shown</source>
        <translation>Hoe de inzichten te zien zijn</translation>
    </message>
    <message>
        <source>Show insights on the board</source>
        <translation>Inzichten op het bord</translation>
    </message>
    <message>
        <source>Show insights as cards</source>
        <translation>Inzichten als kaarten</translation>
    </message>
    <message>
        <source>Show insights as an outline</source>
        <translation>Inzichten als overzicht</translation>
    </message>
    <message>
        <source>New insight</source>
        <translation>Nieuw inzicht</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Goals…</source>
        <translation>Doelen…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Samenvoegen…</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Splitsen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Verplaats naar…</translation>
    </message>
    <message>
        <source>Also with…</source>
        <translation>Ook bij…</translation>
    </message>
    <message>
        <source>Set aside…</source>
        <translation>Leg apart…</translation>
    </message>
    <message>
        <source>Loose again</source>
        <translation>Weer los</translation>
    </message>
    <message numerus="yes">
        <source>%n insight(s)</source>
        <translation>
            <numerusform>%n inzicht</numerusform>
            <numerusform>%n inzichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) grouped</source>
        <translation>
            <numerusform>%n notitie gebundeld</numerusform>
            <numerusform>%n notities gebundeld</numerusform>
        </translation>
    </message>
    <message>
        <source>No insight belongs to this goal yet. Drag one onto the goal.</source>
        <translation>Bij dit doel hoort nog geen inzicht. Sleep er een op het doel.</translation>
    </message>
    <message>
        <source>Choose loose notes that belong together and make an insight. Dragging works too.</source>
        <translation>Kies losse notities die bij elkaar horen en maak er een inzicht van. Slepen kan ook.</translation>
    </message>
    <message>
        <source>{words}: show all insights again</source>
        <translation>{words}: toon weer alle inzichten</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message numerus="yes">
        <source>%n note(s) were kept on this laptop when the file could not be reached.</source>
        <translation>
            <numerusform>%n notitie is op deze laptop bewaard toen het bestand niet bereikbaar was.</numerusform>
            <numerusform>%n notities zijn op deze laptop bewaard toen het bestand niet bereikbaar was.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were kept on this laptop when the file could not be reached.</source>
        <translation>
            <numerusform>%n wijziging is op deze laptop bewaard toen het bestand niet bereikbaar was.</numerusform>
            <numerusform>%n wijzigingen zijn op deze laptop bewaard toen het bestand niet bereikbaar was.</numerusform>
        </translation>
    </message>
    <message>
        <source>This laptop kept what was done when the file could not be reached.</source>
        <translation>Deze laptop heeft bewaard wat er gebeurde toen het bestand niet bereikbaar was.</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>Samenvoegen</translation>
    </message>
    <message numerus="yes">
        <source>Everything is together in the file again: %n note(s) added.</source>
        <translation>
            <numerusform>Alles staat weer bij elkaar in het bestand: %n notitie erbij.</numerusform>
            <numerusform>Alles staat weer bij elkaar in het bestand: %n notities erbij.</numerusform>
        </translation>
    </message>
    <message>
        <source>Work on a copy on this laptop</source>
        <translation>Verder in een kopie op deze laptop</translation>
    </message>
    <message>
        <source>You work in {place} now. The other file stays as it was.</source>
        <translation>Je werkt nu in {place}. Het andere bestand blijft zoals het was.</translation>
    </message>
</context>
<context>
    <name>KeptFiles</name>
    <message>
        <source>A locked dialogue</source>
        <translation>Een dialoog met een slot</translation>
    </message>
    <message>
        <source>Kept on this laptop, last on {when}, but damaged.</source>
        <translation>Op deze laptop bewaard, het laatst op {when}, maar beschadigd.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Verwijderen…</translation>
    </message>
    <message>
        <source>Kept on this laptop, last on {when}. Its own file is not there.</source>
        <translation>Op deze laptop bewaard, het laatst op {when}. Het eigen bestand is er niet.</translation>
    </message>
    <message numerus="yes">
        <source>Kept on this laptop with %n note(s), last on {when}. Its own file is not there.</source>
        <translation>
            <numerusform>Op deze laptop bewaard met %n notitie, het laatst op {when}. Het eigen bestand is er niet.</numerusform>
            <numerusform>Op deze laptop bewaard met %n notities, het laatst op {when}. Het eigen bestand is er niet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Opslaan als…</translation>
    </message>
    <message numerus="yes">
        <source>Damaged. The newest good backup is of {when}, with %n note(s).</source>
        <translation>
            <numerusform>Beschadigd. De nieuwste goede reservekopie is van {when}, met %n notitie.</numerusform>
            <numerusform>Beschadigd. De nieuwste goede reservekopie is van {when}, met %n notities.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with that</source>
        <translation>Daarmee verder</translation>
    </message>
    <message>
        <source>Damaged. It opens with its passphrase or recovery code, and so do its backups.</source>
        <translation>Beschadigd. Het bestand gaat open met het wachtwoord of de herstelcode, en de reservekopieën ook.</translation>
    </message>
    <message>
        <source>Look at the backups</source>
        <translation>Reservekopieën bekijken</translation>
    </message>
    <message>
        <source>Damaged, and there is no good backup on this laptop. The file stays as it is.</source>
        <translation>Beschadigd, en er is geen goede reservekopie op deze laptop. Het bestand blijft zoals het is.</translation>
    </message>
    <message>
        <source>Made with a newer version of this program. Update the program to open it.</source>
        <translation>Gemaakt met een nieuwere versie van dit programma. Werk het programma bij om het te openen.</translation>
    </message>
    <message numerus="yes">
        <source>A backup of {when} with %n note(s) can be read here.</source>
        <translation>
            <numerusform>Een reservekopie van {when} met %n notitie is hier wel te lezen.</numerusform>
            <numerusform>Een reservekopie van {when} met %n notities is hier wel te lezen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Bewaar wat te lezen is</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message numerus="yes">
        <source>Goals of %n insight(s)</source>
        <translation>
            <numerusform>Doelen van dit inzicht</numerusform>
            <numerusform>Doelen van %n inzichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more insight(s)</source>
        <translation>
            <numerusform>en nog %n inzicht</numerusform>
            <numerusform>en nog %n inzichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Which goals does this belong to?</source>
        <translation>Bij welke doelen hoort dit?</translation>
    </message>
    <message>
        <source>You may tick more than one. Space switches a tick on or off.</source>
        <translation>Meer dan één mag. Met de spatiebalk zet je een vinkje aan of uit.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Koppelen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>LockedPage</name>
    <message>
        <source>Locked</source>
        <translation>Op slot</translation>
    </message>
    <message>
        <source>Passphrase or recovery code</source>
        <translation>Wachtwoord of herstelcode</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Ga verder</translation>
    </message>
    <message>
        <source>To the start page</source>
        <translation>Naar het begin</translation>
    </message>
    <message numerus="yes">
        <source>Nobody touched a key for %n minute(s).</source>
        <translation>
            <numerusform>Er is %n minuut geen toets aangeraakt.</numerusform>
            <numerusform>Er is %n minuten geen toets aangeraakt.</numerusform>
        </translation>
    </message>
    <message>
        <source>You locked it.</source>
        <translation>Je hebt de dialoog zelf op slot gezet.</translation>
    </message>
    <message>
        <source>‘{name}’ is closed and everything is saved. {why}</source>
        <translation>‘{name}’ is dicht en alles is bewaard. {why}</translation>
    </message>
    <message>
        <source>The dialogue is getting its key. This takes a moment.</source>
        <translation>De sleutel van de dialoog wordt gewijzigd. Dit duurt even.</translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message>
        <source>Opened with the recovery code. Is the passphrase lost? Then choose another one now.</source>
        <translation>Geopend met de herstelcode. Is het wachtwoord kwijt? Kies dan nu een ander.</translation>
    </message>
    <message>
        <source>Choose a passphrase…</source>
        <translation>Kies een wachtwoord…</translation>
    </message>
    <message>
        <source>What you were typing in a window when the dialogue was put away, was kept.</source>
        <translation>Wat je in een venster aan het typen was toen de dialoog op slot ging, is bewaard.</translation>
    </message>
    <message>
        <source>Copy that text</source>
        <translation>Kopieer die tekst</translation>
    </message>
    <message>
        <source>{name} recovery sheet</source>
        <translation>{name} herstelblad</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>Bewaar het herstelblad</translation>
    </message>
    <message>
        <source>Save the key file</source>
        <translation>Bewaar het sleutelbestand</translation>
    </message>
    <message>
        <source>Sealed files (*.age)</source>
        <translation>Verzegelde bestanden (*.age)</translation>
    </message>
    <message>
        <source>The lock is off: whoever has the file can read it.</source>
        <translation>Het slot is eraf: wie het bestand heeft, kan het lezen.</translation>
    </message>
    <message>
        <source>The dialogue is locked, and the backups the program made of it as well.</source>
        <translation>De dialoog is op slot, en de reservekopieën die het programma maakte ook.</translation>
    </message>
    <message>
        <source>Still readable without a key: {names}.</source>
        <translation>Nog te lezen zonder sleutel: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) only open with an earlier key.</source>
        <translation>
            <numerusform>%n reservekopie opent alleen met een eerdere sleutel.</numerusform>
            <numerusform>%n reservekopieën openen alleen met een eerdere sleutel.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was in the old file may still be found on this disk.</source>
        <translation>Wat in het oude bestand stond, is misschien nog op deze schijf te vinden.</translation>
    </message>
</context>
<context>
    <name>Losing</name>
    <message>
        <source>Looking for dialogues whose file is gone…</source>
        <translation>Verdwenen dialogen zoeken…</translation>
    </message>
    <message>
        <source>No dialogue is gone: every one this computer has backups of is in its place.</source>
        <translation>Er is geen dialoog verdwenen: alle dialogen met een reservekopie op deze computer liggen op hun plek.</translation>
    </message>
    <message>
        <source>The dialogue is back as it was on {when}, in {place}.</source>
        <translation>De dialoog is terug zoals die was op {when}, in {place}.</translation>
    </message>
</context>
<context>
    <name>LostDialog</name>
    <message>
        <source>Dialogues that are gone</source>
        <translation>Verdwenen dialogen</translation>
    </message>
    <message>
        <source>Their file is no longer where it lay: on a stick that is not in, moved, or deleted. Backups of them are on this computer.</source>
        <translation>Hun bestand ligt niet meer waar het lag: op een stick die er niet in zit, verplaatst, of verwijderd. Op deze computer staan er reservekopieën van.</translation>
    </message>
    <message>
        <source>Dialogues that are gone, those with the newest backup first</source>
        <translation>Verdwenen dialogen, die met de nieuwste reservekopie eerst</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Terughalen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laat maar</translation>
    </message>
    <message>
        <source>Remove for good…</source>
        <translation>Voorgoed verwijderen…</translation>
    </message>
    <message>
        <source>A dialogue without a name</source>
        <translation>Een dialoog zonder naam</translation>
    </message>
    <message>
        <source>{name} · locked · backup of {when}</source>
        <translation>{name} · vergrendeld · reservekopie van {when}</translation>
    </message>
    <message numerus="yes">
        <source>{name} · %n note(s) · backup of {when}</source>
        <translation>
            <numerusform>{name} · %n notitie · reservekopie van {when}</numerusform>
            <numerusform>{name} · %n notities · reservekopie van {when}</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody remembers where its file lay.</source>
        <translation>Waar het bestand lag, is niet meer bekend.</translation>
    </message>
    <message>
        <source>Its file lay here: {place}. If that is a stick, put it in first.</source>
        <translation>Het bestand lag hier: {place}. Is dat een stick, steek die er dan eerst in.</translation>
    </message>
</context>
<context>
    <name>MeetingEditor</name>
    <message>
        <source>Meetings</source>
        <translation>Bijeenkomsten</translation>
    </message>
    <message>
        <source>Add meeting</source>
        <translation>Bijeenkomst toevoegen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanaal</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groep</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tafels</translation>
    </message>
    <message>
        <source>People or replies</source>
        <translation>Mensen of antwoorden</translation>
    </message>
    <message>
        <source>Meeting without a name</source>
        <translation>Bijeenkomst zonder naam</translation>
    </message>
</context>
<context>
    <name>Mending</name>
    <message>
        <source>Save the dialogue</source>
        <translation>De dialoog opslaan</translation>
    </message>
    <message>
        <source>Dialogues (*.dialoog)</source>
        <translation>Dialogen (*.dialoog)</translation>
    </message>
    <message>
        <source>You go on in {place}.</source>
        <translation>Je gaat verder in {place}.</translation>
    </message>
    <message>
        <source>‘{name}’ is damaged. Looking for backups of it…</source>
        <translation>‘{name}’ is beschadigd. Er wordt naar reservekopieën gezocht…</translation>
    </message>
    <message>
        <source>You go on in {place}. The other file stays as it was.</source>
        <translation>Je gaat verder in {place}. Het andere bestand blijft zoals het was.</translation>
    </message>
    <message>
        <source>Reading what can be read of ‘{name}’…</source>
        <translation>Wat nog te lezen is van ‘{name}’ wordt gelezen…</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) could be read. You go on in {place}; the damaged file stays.</source>
        <translation>
            <numerusform>%n notitie was nog te lezen. Je gaat verder in {place}; het beschadigde bestand blijft staan.</numerusform>
            <numerusform>%n notities waren nog te lezen. Je gaat verder in {place}; het beschadigde bestand blijft staan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n thing(s) could not be read.</source>
        <translation>
            <numerusform>Minstens %n onderdeel was niet te lezen.</numerusform>
            <numerusform>Minstens %n onderdelen waren niet te lezen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading took too long and was stopped. There may be more in the damaged file: keep it.</source>
        <translation>Het lezen duurde te lang en is gestopt. In het beschadigde bestand kan nog meer staan: bewaar het.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Which name stays?</source>
        <translation>Welke naam blijft?</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Wat er gebeurt</translation>
    </message>
    <message>
        <source>No note is lost, and you can undo it.</source>
        <translation>Er gaat geen notitie verloren. Je kunt dit ongedaan maken.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Samenvoegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Map of the board</source>
        <translation>Kaart van het bord</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Type a few letters …</source>
        <translation>Typ een paar letters …</translation>
    </message>
    <message>
        <source>Search for a place</source>
        <translation>Zoek een plek</translation>
    </message>
    <message>
        <source>Places to choose from</source>
        <translation>Plekken om uit te kiezen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>NewBar</name>
    <message>
        <source>Who needs what, and why?</source>
        <translation>Wie heeft wat nodig, en waarom?</translation>
    </message>
    <message>
        <source>Make the insight</source>
        <translation>Inzicht maken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>NewDialogueDialog</name>
    <message>
        <source>You can change all of this later, except the method.</source>
        <translation>Je kunt dit later allemaal wijzigen, behalve de methode.</translation>
    </message>
    <message>
        <source>New dialogue</source>
        <translation>Nieuwe dialoog</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>For example: Care for tomorrow</source>
        <translation>Bijvoorbeeld: Zorg voor morgen</translation>
    </message>
    <message>
        <source>The one question all tables talk about. Short and open.</source>
        <translation>De ene vraag waar alle tafels over praten. Kort en open.</translation>
    </message>
    <message>
        <source>Central question</source>
        <translation>Centrale vraag</translation>
    </message>
    <message>
        <source>Language at the tables</source>
        <translation>Taal aan de tafels</translation>
    </message>
    <message>
        <source>Start this dialogue</source>
        <translation>Dialoog beginnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Personas to begin with</source>
        <translation>Persona’s om mee te beginnen</translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s)</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n persona’s</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation>Wordt bewaard in</translation>
    </message>
    <message>
        <source>Where to save it</source>
        <translation>Waar wil je de dialoog bewaren?</translation>
    </message>
    <message>
        <source>Elsewhere…</source>
        <translation>Ergens anders…</translation>
    </message>
    <message>
        <source>Dialogues (*.dialoog)</source>
        <translation>Dialogen (*.dialoog)</translation>
    </message>
</context>
<context>
    <name>NewInsightDialog</name>
    <message numerus="yes">
        <source>A new insight of %n note(s)</source>
        <translation>
            <numerusform>Nieuw inzicht van %n notitie</numerusform>
            <numerusform>Nieuw inzicht van %n notities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more note(s)</source>
        <translation>
            <numerusform>en nog %n notitie</numerusform>
            <numerusform>en nog %n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>What do these notes say together?</source>
        <translation>Wat zeggen deze notities samen?</translation>
    </message>
    <message>
        <source>Someone needs something, because of something. You can also name it later.</source>
        <translation>Iemand heeft iets nodig, omdat er iets is. Je kunt het ook later een naam geven.</translation>
    </message>
    <message>
        <source>Make the insight</source>
        <translation>Inzicht maken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>NewPassphrase</name>
    <message>
        <source>Passphrase</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Hetzelfde nog een keer</translation>
    </message>
    <message>
        <source>At least four words, or twelve characters.</source>
        <translation>Minstens vier woorden, of twaalf tekens.</translation>
    </message>
    <message>
        <source>Still too short: four words, or twelve characters.</source>
        <translation>Nog te kort: vier woorden, of twaalf tekens.</translation>
    </message>
    <message>
        <source>Good. Both are the same.</source>
        <translation>Goed. Ze zijn gelijk.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Ze zijn nog niet gelijk.</translation>
    </message>
    <message>
        <source>Long enough. Type it once more.</source>
        <translation>Lang genoeg. Typ het nog een keer.</translation>
    </message>
</context>
<context>
    <name>NoteActions</name>
    <message numerus="yes">
        <source>%n note(s) deleted.</source>
        <translation>
            <numerusform>%n notitie verwijderd.</numerusform>
            <numerusform>%n notities verwijderd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Niemand in het bijzonder</translation>
    </message>
    <message numerus="yes">
        <source>Move %n note(s) to …</source>
        <translation>
            <numerusform>%n notitie verplaatsen naar …</numerusform>
            <numerusform>%n notities verplaatsen naar …</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verplaatsen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Wijzigen…</translation>
    </message>
    <message>
        <source>Mark or unmark key quote</source>
        <translation>Kernzin aan of uit</translation>
    </message>
    <message>
        <source>Set aside with a reason…</source>
        <translation>Apart leggen met een reden…</translation>
    </message>
    <message>
        <source>Put the note back</source>
        <translation>Notitie terugleggen</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Voorgoed wissen…</translation>
    </message>
    <message>
        <source>To another persona…</source>
        <translation>Naar een andere persona…</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Tekst kopiëren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Verwijderen</translation>
    </message>
</context>
<context>
    <name>NoteColours</name>
    <message>
        <source>Kind of note</source>
        <translation>Soort notitie</translation>
    </message>
    <message>
        <source>How the speaker knows</source>
        <translation>Hoe de spreker het weet</translation>
    </message>
    <message>
        <source>Kind of meeting</source>
        <translation>Soort bijeenkomst</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>No meeting</source>
        <translation>Geen bijeenkomst</translation>
    </message>
    <message>
        <source>No table</source>
        <translation>Geen tafel</translation>
    </message>
    <message>
        <source>Table {number}</source>
        <translation>Tafel {number}</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Text of the note</source>
        <translation>Tekst van de notitie</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>niemand in het bijzonder</translation>
    </message>
    <message>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Gaat over</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Edit the note</source>
        <translation>Notitie wijzigen</translation>
    </message>
    <message>
        <source>The note</source>
        <translation>De notitie</translation>
    </message>
    <message>
        <source>same as the meeting</source>
        <translation>zoals de bijeenkomst</translation>
    </message>
    <message>
        <source>How the speaker knows</source>
        <translation>Hoe de spreker het weet</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Gezegd door</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Bijeenkomst</translation>
    </message>
    <message>
        <source>May it be quoted?</source>
        <translation>Mag dit geciteerd worden?</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>niet bekend</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Key quote</source>
        <translation>Kernzin</translation>
    </message>
    <message numerus="yes">
        <source>Too long for one note: the rest becomes %n new note(s) like this one.</source>
        <translation>
            <numerusform>Te lang voor één notitie: de rest wordt %n nieuwe notitie zoals deze.</numerusform>
            <numerusform>Te lang voor één notitie: de rest wordt %n nieuwe notities zoals deze.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save as %n note(s)</source>
        <translation>
            <numerusform>Bewaar als %n notitie</numerusform>
            <numerusform>Bewaar als %n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>Notitie bewaren</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>Voorgoed wissen…</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Text of the note</source>
        <translation>Tekst van de notitie</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>NoteFaces</name>
    <message>
        <source>nobody in particular</source>
        <translation>niemand in het bijzonder</translation>
    </message>
    <message>
        <source>table {number}</source>
        <translation>tafel {number}</translation>
    </message>
    <message>
        <source>key quote</source>
        <translation>kernzin</translation>
    </message>
    <message>
        <source>set aside: {reason}</source>
        <translation>apart gelegd: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>with %n insight(s)</source>
        <translation>
            <numerusform>bij %n inzicht</numerusform>
            <numerusform>bij %n inzichten</numerusform>
        </translation>
    </message>
    <message>
        <source>picture: {text}</source>
        <translation>foto: {text}</translation>
    </message>
    <message>
        <source>not described</source>
        <translation>niet beschreven</translation>
    </message>
</context>
<context>
    <name>NoteListModel</name>
    <message>
        <source>kept on this laptop</source>
        <translation>op deze laptop bewaard</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>nog niet opgeslagen</translation>
    </message>
</context>
<context>
    <name>NoteMoves</name>
    <message>
        <source>Nobody in particular</source>
        <translation>Niemand in het bijzonder</translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Nog geen naam</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>Inzicht</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n note(s) to …</source>
        <translation>
            <numerusform>%n notitie verplaatsen naar …</numerusform>
            <numerusform>%n notities verplaatsen naar …</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verplaatsen</translation>
    </message>
    <message numerus="yes">
        <source>Where do %n note(s) go as well?</source>
        <translation>
            <numerusform>Waar komt %n notitie ook bij?</numerusform>
            <numerusform>Waar komen %n notities ook bij?</numerusform>
        </translation>
    </message>
    <message>
        <source>Put there as well</source>
        <translation>Ook daarbij leggen</translation>
    </message>
    <message>
        <source>New insight</source>
        <translation>Nieuw inzicht</translation>
    </message>
</context>
<context>
    <name>NotesArea</name>
    <message>
        <source>nobody in particular</source>
        <translation>niemand in het bijzonder</translation>
    </message>
    <message>
        <source>No notes yet. Type below what is said and press Enter.</source>
        <translation>Nog geen notities. Typ hieronder wat er gezegd wordt en druk op Enter.</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Iedereen</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Niemand in het bijzonder</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>No note found with these words. Esc shows all notes again.</source>
        <translation>Geen notitie gevonden. Met Esc zie je alle notities weer.</translation>
    </message>
    <message>
        <source>in all steps</source>
        <translation>in alle stappen</translation>
    </message>
    <message>
        <source>in this step</source>
        <translation>in deze stap</translation>
    </message>
    <message>
        <source>of this meeting</source>
        <translation>van deze bijeenkomst</translation>
    </message>
    <message>
        <source>No notes about {name} yet. Type below what is said and press Enter.</source>
        <translation>Nog geen notities over {name}. Typ hieronder wat er gezegd wordt en druk op Enter.</translation>
    </message>
</context>
<context>
    <name>NotesBoard</name>
    <message>
        <source>Notes</source>
        <translation>Notities</translation>
    </message>
    <message>
        <source>The kind of meeting belongs to the meeting. Change it in the set-up.</source>
        <translation>De soort bijeenkomst hoort bij de bijeenkomst zelf. Verander die in de opzet.</translation>
    </message>
</context>
<context>
    <name>NotesHead</name>
    <message>
        <source>Find notes ({keys})</source>
        <translation>Notities zoeken ({keys})</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Bord</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Weergave</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>Deze stap</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>Alle stappen</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Bijeenkomst</translation>
    </message>
    <message>
        <source>Which notes: {which}</source>
        <translation>Welke notities: {which}</translation>
    </message>
    <message>
        <source>Tidy up</source>
        <translation>Schik</translation>
    </message>
    <message>
        <source>Tidy up the board, and choose what the colours tell</source>
        <translation>Schik het bord, en kies wat de kleur zegt</translation>
    </message>
    <message>
        <source>Colour tells</source>
        <translation>Kleur zegt</translation>
    </message>
    <message>
        <source>Meaning of the colours</source>
        <translation>Betekenis van de kleuren</translation>
    </message>
    <message>
        <source>In rows, as they came</source>
        <translation>In rijen, op volgorde</translation>
    </message>
    <message>
        <source>By persona</source>
        <translation>Per persona</translation>
    </message>
    <message>
        <source>By kind of note</source>
        <translation>Per soort notitie</translation>
    </message>
    <message>
        <source>By table</source>
        <translation>Per tafel</translation>
    </message>
    <message>
        <source>By step</source>
        <translation>Per stap</translation>
    </message>
    <message>
        <source>By meeting</source>
        <translation>Per bijeenkomst</translation>
    </message>
    <message>
        <source>By colour</source>
        <translation>Per kleur</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close the message</source>
        <translation>Melding sluiten</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>nog %n</numerusform>
            <numerusform>nog %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlineTree</name>
    <message>
        <source>Notes by group</source>
        <translation>Notities per groep</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Left and right</source>
        <translation>Links en rechts</translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation>Omhoog en omlaag</translation>
    </message>
</context>
<context>
    <name>OverruleDialog</name>
    <message>
        <source>You can go on all the same. The reason stays with this step.</source>
        <translation>Je kunt toch verdergaan. De reden blijft bij deze stap bewaard.</translation>
    </message>
    <message>
        <source>Not everything is done yet</source>
        <translation>Nog niet alles is klaar</translation>
    </message>
    <message>
        <source>Why do we go on now?</source>
        <translation>Waarom gaan we nu toch verder?</translation>
    </message>
    <message>
        <source>Go on to {step}</source>
        <translation>Verder naar {step}</translation>
    </message>
    <message>
        <source>Go on anyway</source>
        <translation>Toch verdergaan</translation>
    </message>
    <message>
        <source>Stay with this step</source>
        <translation>Bij deze stap blijven</translation>
    </message>
</context>
<context>
    <name>ParkDialog</name>
    <message numerus="yes">
        <source>Set %n note(s) aside</source>
        <translation>
            <numerusform>%n notitie apart leggen</numerusform>
            <numerusform>%n notities apart leggen</numerusform>
        </translation>
    </message>
    <message>
        <source>A note you set aside stays in the dialogue and in the report, with the reason.</source>
        <translation>Een notitie die je apart legt, blijft in de dialoog en in het rapport staan, met de reden.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more note(s)</source>
        <translation>
            <numerusform>en nog %n notitie</numerusform>
            <numerusform>en nog %n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>Why do they not fit now?</source>
        <translation>Waarom past dit nu niet?</translation>
    </message>
    <message>
        <source>Belongs elsewhere</source>
        <translation>Hoort ergens anders</translation>
    </message>
    <message>
        <source>Nobody recognises this</source>
        <translation>Niemand herkent dit</translation>
    </message>
    <message>
        <source>Said before</source>
        <translation>Is al gezegd</translation>
    </message>
    <message>
        <source>Too personal</source>
        <translation>Te persoonlijk</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Apart leggen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>Parting</name>
    <message numerus="yes">
        <source>The text was too long for one note: %n note(s) were added.</source>
        <translation>
            <numerusform>De tekst was te lang voor één notitie: er kwam %n notitie bij.</numerusform>
            <numerusform>De tekst was te lang voor één notitie: er kwamen %n notities bij.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Every line becomes a note: {about}. Untick what should stay out. Edit a line with F2.</source>
        <translation>Elke regel wordt een notitie: {about}. Haal het vinkje weg bij wat niet mee moet. Met F2 wijzig je een regel.</translation>
    </message>
    <message>
        <source>Long text is parted into several notes: {about}. Nothing is left out; untick what should be.</source>
        <translation>Lange tekst is verdeeld over meer notities: {about}. Er is niets weggelaten; vink uit wat weg mag.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) at once</source>
        <translation>
            <numerusform>%n notitie tegelijk</numerusform>
            <numerusform>%n notities tegelijk</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes to stick</source>
        <translation>Notities om te plakken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n teken</numerusform>
            <numerusform>%n tekens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stick %n note(s)</source>
        <translation>
            <numerusform>%n notitie plakken</numerusform>
            <numerusform>%n notities plakken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are too long for one note. Untick or shorten them.</source>
        <translation>
            <numerusform>%n regel is te lang voor één notitie. Haal het vinkje weg of maak de regel korter.</numerusform>
            <numerusform>%n regels zijn te lang voor één notitie. Haal de vinkjes weg of maak de regels korter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonaCard</name>
    <message>
        <source>The persona’s story</source>
        <translation>Het verhaal van de persona</translation>
    </message>
    <message>
        <source>What helps?</source>
        <translation>Wat helpt?</translation>
    </message>
    <message>
        <source>Previous persona</source>
        <translation>Vorige persona</translation>
    </message>
    <message>
        <source>Next persona</source>
        <translation>Volgende persona</translation>
    </message>
</context>
<context>
    <name>PersonaDialog</name>
    <message>
        <source>New persona</source>
        <translation>Nieuwe persona</translation>
    </message>
    <message>
        <source>Edit persona</source>
        <translation>Persona wijzigen</translation>
    </message>
    <message>
        <source>Choose drawing (SVG)…</source>
        <translation>Tekening kiezen (SVG)…</translation>
    </message>
    <message>
        <source>Initials only</source>
        <translation>Alleen beginletters</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Age or phase of life</source>
        <translation>Leeftijd of levensfase</translation>
    </message>
    <message>
        <source>In one line</source>
        <translation>In één regel</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Verhaal</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Wat helpt</translation>
    </message>
    <message>
        <source>Made with whom</source>
        <translation>Met wie gemaakt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Save persona</source>
        <translation>Persona bewaren</translation>
    </message>
    <message>
        <source>Choose drawing</source>
        <translation>Tekening kiezen</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Tekeningen (*.svg)</translation>
    </message>
    <message>
        <source>This file cannot be read as a drawing. Choose an SVG file.</source>
        <translation>Dit bestand is geen tekening die het programma kent. Kies een SVG-bestand.</translation>
    </message>
</context>
<context>
    <name>PersonaPane</name>
    <message>
        <source>Personas</source>
        <translation>Persona’s</translation>
    </message>
    <message>
        <source>Who has been heard?</source>
        <translation>Wie is gehoord?</translation>
    </message>
</context>
<context>
    <name>PersonaRows</name>
    <message>
        <source>Everyone</source>
        <translation>Iedereen</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>hardly heard yet</source>
        <translation>nog weinig gehoord</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Niemand in het bijzonder</translation>
    </message>
    <message>
        <source>{name} ({notes})</source>
        <translation>{name} ({notes})</translation>
    </message>
    <message>
        <source>Hardly heard yet: {names}. Ask who recognises this.</source>
        <translation>Nog weinig gehoord: {names}. Vraag wie dit herkent.</translation>
    </message>
    <message>
        <source>Take note</source>
        <translation>Let op</translation>
    </message>
</context>
<context>
    <name>PersonaTile</name>
    <message>
        <source>Edit</source>
        <translation>Wijzigen</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>{name} wijzigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Copy {name}</source>
        <translation>{name} kopiëren</translation>
    </message>
</context>
<context>
    <name>PersonaTiles</name>
    <message>
        <source>Add persona</source>
        <translation>Persona toevoegen</translation>
    </message>
    <message>
        <source>Add from a pack</source>
        <translation>Uit een pakket toevoegen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importeren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporteren…</translation>
    </message>
</context>
<context>
    <name>PictureChip</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n foto</numerusform>
            <numerusform>%n foto’s</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the picture off</source>
        <translation>Foto weghalen</translation>
    </message>
    <message>
        <source>Picture for the next note</source>
        <translation>Foto voor de volgende notitie</translation>
    </message>
</context>
<context>
    <name>PicturePart</name>
    <message>
        <source>What is seen on the picture?</source>
        <translation>Wat is er op de foto te zien?</translation>
    </message>
    <message>
        <source>Read aloud to those who cannot see it.</source>
        <translation>Dit wordt voorgelezen aan wie de foto niet kan zien.</translation>
    </message>
    <message>
        <source>Take the picture off</source>
        <translation>Foto weghalen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Voorbereiding</translation>
    </message>
    <message>
        <source>Loose notes</source>
        <translation>Losse notities</translation>
    </message>
</context>
<context>
    <name>PromiseEditor</name>
    <message>
        <source>All notes</source>
        <translation>Alle notities</translation>
    </message>
    <message>
        <source>Every note is printed, unless the speaker said no.</source>
        <translation>Elke notitie wordt afgedrukt, tenzij de spreker nee zei.</translation>
    </message>
    <message>
        <source>Only quotes</source>
        <translation>Alleen citaten</translation>
    </message>
    <message>
        <source>Only what may be quoted is printed. The other notes count without their words.</source>
        <translation>Alleen wat als citaat mag, wordt afgedrukt. De andere notities tellen mee zonder hun woorden.</translation>
    </message>
    <message>
        <source>Only numbers</source>
        <translation>Alleen aantallen</translation>
    </message>
    <message>
        <source>No words of notes are printed. All notes count.</source>
        <translation>Er worden geen woorden van notities afgedrukt. Alle notities tellen mee.</translation>
    </message>
    <message>
        <source>Which words are printed</source>
        <translation>Welke woorden worden afgedrukt</translation>
    </message>
    <message>
        <source>Group and meeting</source>
        <translation>Groep en bijeenkomst</translation>
    </message>
    <message>
        <source>Beside words stand the channel, the group and the meeting.</source>
        <translation>Bij woorden staan het kanaal, de groep en de bijeenkomst.</translation>
    </message>
    <message>
        <source>Only the channel</source>
        <translation>Alleen het kanaal</translation>
    </message>
    <message>
        <source>A large meeting, a talk or a survey: no more.</source>
        <translation>Een grote bijeenkomst, een gesprek of een vragenlijst: meer niet.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Niets</translation>
    </message>
    <message>
        <source>Nothing tells of whom or of which meeting words come.</source>
        <translation>Niets vertelt van wie of van welke bijeenkomst woorden komen.</translation>
    </message>
    <message>
        <source>What stands beside words</source>
        <translation>Wat er bij woorden staat</translation>
    </message>
    <message>
        <source>Smallest group that is shown</source>
        <translation>Kleinste groep die apart staat</translation>
    </message>
    <message>
        <source>A group or meeting of fewer people is shown together with others.</source>
        <translation>Een groep of bijeenkomst met minder mensen staat samen met andere.</translation>
    </message>
    <message>
        <source>The promise in your own words</source>
        <translation>De belofte in je eigen woorden</translation>
    </message>
    <message>
        <source>What happens with what people say, and what does not</source>
        <translation>Wat er gebeurt met wat mensen zeggen, en wat niet</translation>
    </message>
    <message>
        <source>A suggestion that fits these choices; your own words stay.</source>
        <translation>Een voorstel dat past bij deze keuzes; je eigen woorden blijven staan.</translation>
    </message>
    <message>
        <source>A suggestion that fits these choices.</source>
        <translation>Een voorstel dat past bij deze keuzes.</translation>
    </message>
    <message>
        <source>Put it below your own words</source>
        <translation>Zet het onder je eigen woorden</translation>
    </message>
    <message>
        <source>Use these words</source>
        <translation>Gebruik deze woorden</translation>
    </message>
</context>
<context>
    <name>PromptsPane</name>
    <message>
        <source>Time of this part</source>
        <translation>Tijd van dit deel</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>Vorig deel</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Volgend deel</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Ask the table</source>
        <translation>Vraag aan de tafel</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuut</numerusform>
            <numerusform>%n minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>the time is up</source>
        <translation>de tijd is om</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) to go</source>
        <translation>
            <numerusform>nog %n seconde</numerusform>
            <numerusform>nog %n seconden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) to go</source>
        <translation>
            <numerusform>nog %n min</numerusform>
            <numerusform>nog %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Part {at} of {all}</source>
        <translation>Deel {at} van {all}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauzeren</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verdergaan</translation>
    </message>
    <message>
        <source>{what}: time of this part</source>
        <translation>{what}: tijd van dit deel</translation>
    </message>
</context>
<context>
    <name>Publication</name>
    <message>
        <source>Looking through the texts…</source>
        <translation>De teksten doorkijken…</translation>
    </message>
</context>
<context>
    <name>PublicationDialog</name>
    <message>
        <source>The program helps to look, a person decides. It does not find everything: read along.</source>
        <translation>Het programma kijkt mee, jij beslist. Het vindt niet alles: lees dus zelf ook.</translation>
    </message>
    <message>
        <source>Check before publication</source>
        <translation>Controle voor publicatie</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Wat er is gevonden</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Toch opslaan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Nog niet</translation>
    </message>
    <message>
        <source>Put this there instead</source>
        <translation>Zet dit ervoor in de plaats</translation>
    </message>
    <message>
        <source>Why it may stay (if you like)</source>
        <translation>Waarom het mag blijven (mag leeg)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Vervangen</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Laten staan</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Show where it is</source>
        <translation>Laat zien waar</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to decide</source>
        <translation>
            <numerusform>Nog %n ding om te beslissen</numerusform>
            <numerusform>Nog %n dingen om te beslissen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing left to decide.</source>
        <translation>Er is niets meer te beslissen.</translation>
    </message>
    <message>
        <source>may stay</source>
        <translation>mag blijven</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>vervangen</translation>
    </message>
    <message>
        <source>put off</source>
        <translation>uitgesteld</translation>
    </message>
    <message>
        <source>Citizen service number</source>
        <translation>Burgerservicenummer</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>Rekeningnummer</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefoonnummer</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-mailadres</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Geboortedatum</translation>
    </message>
    <message>
        <source>Number plate</source>
        <translation>Kenteken</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadres</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Few people</source>
        <translation>Weinig mensen</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Belofte</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Stap</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Advies</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
</context>
<context>
    <name>Raising</name>
    <message>
        <source>This dialogue was open already. Here it is.</source>
        <translation>Deze dialoog was al open. Hier is hij.</translation>
    </message>
    <message>
        <source>‘{name}’ is open in another window of this program; that one is in front now.</source>
        <translation>‘{name}’ is open in een ander venster van dit programma; dat staat nu vooraan.</translation>
    </message>
    <message>
        <source>‘{name}’ is open elsewhere, perhaps on another laptop. Close it there first, or only look at it.</source>
        <translation>‘{name}’ is ergens anders open, misschien op een andere laptop. Sluit hem daar eerst, of bekijk hem alleen.</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>Alleen bekijken</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>The way back</source>
        <translation>De herstelweg</translation>
    </message>
    <message>
        <source>Whoever has this code and the file can read everything. Keep it on paper.</source>
        <translation>Wie deze code en het bestand heeft, kan alles lezen. Bewaar de code op papier.</translation>
    </message>
    <message>
        <source>If the passphrase or the laptop is lost, this is the only way in. Without it nobody can help you, we cannot either. Confirm at least one of the two.</source>
        <translation>Raakt het wachtwoord of de laptop kwijt, dan kom je er alleen zo nog in. Zonder herstelweg kan niemand je helpen, wij ook niet. Bevestig er minstens één.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Lock the dialogue</source>
        <translation>Op slot zetten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Recovery code on paper</source>
        <translation>Herstelcode op papier</translation>
    </message>
    <message>
        <source>Recovery code: {code}</source>
        <translation>Herstelcode: {code}</translation>
    </message>
    <message>
        <source>Save as PDF to print…</source>
        <translation>Bewaren als PDF om te printen…</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Code kopiëren</translation>
    </message>
    <message>
        <source>Read group {number} from your paper</source>
        <translation>Typ groep {number} over van je papier</translation>
    </message>
    <message>
        <source>Key of your organisation</source>
        <translation>Sleutel van je organisatie</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Openbare sleutel</translation>
    </message>
    <message>
        <source>Only your organisation can open the file that is saved; send it to them.</source>
        <translation>Alleen je organisatie kan het bestand openen dat je bewaart; stuur het daarheen.</translation>
    </message>
    <message>
        <source>Save the key file for them…</source>
        <translation>Sleutelbestand bewaren…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Bewaard.</translation>
    </message>
    <message>
        <source>Right: the code is on your paper.</source>
        <translation>Klopt: de code staat op je papier.</translation>
    </message>
    <message>
        <source>Print the sheet or write the code down, and type these two groups from it.</source>
        <translation>Print het blad of schrijf de code op, en typ deze twee groepen over.</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove this dialogue?</source>
        <translation>Deze dialoog verwijderen?</translation>
    </message>
    <message>
        <source>Nobody can bring it back after this, not even from a backup.</source>
        <translation>Hierna kan niemand hem terughalen, ook niet uit een reservekopie.</translation>
    </message>
    <message>
        <source>{name}, {day}, in {folder}</source>
        <translation>{name}, {day}, in {folder}</translation>
    </message>
    <message>
        <source>Remove this file?</source>
        <translation>Dit bestand verwijderen?</translation>
    </message>
    <message>
        <source>Remove these files too, made on this computer</source>
        <translation>Ook deze bestanden verwijderen, op deze computer gemaakt</translation>
    </message>
    <message>
        <source>What was sent or copied elsewhere stays: ask those who have it.</source>
        <translation>Wat verstuurd of elders gekopieerd is blijft: vraag het aan wie het heeft.</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>verwijderen</translation>
    </message>
    <message>
        <source>Type the title to be sure: {title}</source>
        <translation>Typ de titel om het zeker te weten: {title}</translation>
    </message>
    <message>
        <source>The files are written over once and then removed. That cannot reach every copy a disk keeps.</source>
        <translation>De bestanden worden één keer overschreven en dan verwijderd. Dat bereikt niet elke kopie die een schijf zelf bewaart.</translation>
    </message>
    <message>
        <source>Remove everything</source>
        <translation>Alles verwijderen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>{names} is the same dialogue and stays, with the backups and the key. This file cannot be brought back.</source>
        <translation>{names} is dezelfde dialoog en blijft, met de reservekopieën en de sleutel. Dit bestand kan niemand terughalen.</translation>
    </message>
    <message>
        <source>The file {name}, with its history</source>
        <translation>Het bestand {name}, met de geschiedenis</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) and rescued copies of it on this computer</source>
        <translation>
            <numerusform>%n reservekopie of geredde kopie op deze computer</numerusform>
            <numerusform>%n reservekopieën en geredde kopieën op deze computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) beside it, from an update or a cut-off save</source>
        <translation>
            <numerusform>%n bestand ernaast, van een update of afgebroken opslaan</numerusform>
            <numerusform>%n bestanden ernaast, van een update of afgebroken opslaan</numerusform>
        </translation>
    </message>
    <message>
        <source>Its key, where this computer keeps it</source>
        <translation>De sleutel, waar deze computer die bewaart</translation>
    </message>
    <message>
        <source>What stays is one line: the date, and how many files went</source>
        <translation>Wat blijft is één regel: de datum en hoeveel bestanden er weg zijn</translation>
    </message>
</context>
<context>
    <name>Removing</name>
    <message>
        <source>This dialogue is to be removed on {day}.</source>
        <translation>Deze dialoog moet op {day} verwijderd worden.</translation>
    </message>
    <message>
        <source>This dialogue was to be removed on {day}. That day has come.</source>
        <translation>Deze dialoog zou op {day} verwijderd worden. Het is zover.</translation>
    </message>
    <message>
        <source>Remove everything…</source>
        <translation>Alles verwijderen…</translation>
    </message>
    <message>
        <source>Choose another day</source>
        <translation>Andere dag kiezen</translation>
    </message>
    <message>
        <source>The dialogue is being removed…</source>
        <translation>De dialoog wordt verwijderd…</translation>
    </message>
    <message>
        <source>The computer would not remove this: {names}</source>
        <translation>De computer wilde dit niet verwijderen: {names}</translation>
    </message>
    <message numerus="yes">
        <source>The dialogue is gone: %n file(s) written over and removed.</source>
        <translation>
            <numerusform>De dialoog is weg: %n bestand overschreven en verwijderd.</numerusform>
            <numerusform>De dialoog is weg: %n bestanden overschreven en verwijderd.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportBar</name>
    <message>
        <source>Page</source>
        <translation>Pagina</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>Paginanummer</translation>
    </message>
    <message>
        <source>Making the pages</source>
        <translation>Pagina’s maken</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Groter</translation>
    </message>
    <message>
        <source>Fit to width</source>
        <translation>Passend in de breedte</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>van {count}</translation>
    </message>
    <message>
        <source>New pages are being made…</source>
        <translation>Nieuwe pagina’s worden gemaakt…</translation>
    </message>
</context>
<context>
    <name>ReportChoices</name>
    <message>
        <source>Choose a logo</source>
        <translation>Kies een logo</translation>
    </message>
    <message>
        <source>Choose a cover picture</source>
        <translation>Kies een omslagfoto</translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation>Afbeeldingen ({kinds})</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>On A3</source>
        <translation>Op A3</translation>
    </message>
    <message>
        <source>On A2</source>
        <translation>Op A2</translation>
    </message>
    <message>
        <source>On one large sheet</source>
        <translation>Op één groot vel</translation>
    </message>
    <message>
        <source>On A3 sheets</source>
        <translation>Op A3-vellen</translation>
    </message>
    <message>
        <source>On A4 sheets</source>
        <translation>Op A4-vellen</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Vorm</translation>
    </message>
    <message>
        <source>Form of the report</source>
        <translation>Vorm van het rapport</translation>
    </message>
    <message>
        <source>Of whom, or on what paper</source>
        <translation>Van wie, of op welk papier</translation>
    </message>
    <message>
        <source>Which board</source>
        <translation>Welk bord</translation>
    </message>
    <message>
        <source>House style</source>
        <translation>Huisstijl</translation>
    </message>
    <message>
        <source>Cover picture</source>
        <translation>Omslagfoto</translation>
    </message>
    <message>
        <source>Add a cover picture</source>
        <translation>Omslagfoto toevoegen</translation>
    </message>
    <message>
        <source>Other cover picture</source>
        <translation>Andere omslagfoto</translation>
    </message>
    <message>
        <source>Take the cover picture off</source>
        <translation>Omslagfoto weghalen</translation>
    </message>
    <message>
        <source>What does the picture show?</source>
        <translation>Wat staat er op de foto?</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Other logo</source>
        <translation>Ander logo</translation>
    </message>
    <message>
        <source>What does the logo show?</source>
        <translation>Wat staat er op het logo?</translation>
    </message>
    <message>
        <source>Summary in two pages</source>
        <translation>Samenvatting op twee bladzijden</translation>
    </message>
    <message>
        <source>Report of a meeting</source>
        <translation>Verslag van een bijeenkomst</translation>
    </message>
    <message>
        <source>Sheet per persona</source>
        <translation>Blad per persona</translation>
    </message>
    <message>
        <source>Poster per goal</source>
        <translation>Poster per doel</translation>
    </message>
    <message>
        <source>The board</source>
        <translation>Het bord</translation>
    </message>
    <message>
        <source>Full report</source>
        <translation>Volledig rapport</translation>
    </message>
    <message>
        <source>All personas</source>
        <translation>Alle persona’s</translation>
    </message>
    <message>
        <source>All meetings</source>
        <translation>Alle bijeenkomsten</translation>
    </message>
    <message>
        <source>The grouping table</source>
        <translation>De groepeertafel</translation>
    </message>
    <message>
        <source>All notes</source>
        <translation>Alle notities</translation>
    </message>
    <message>
        <source>Take the logo off</source>
        <translation>Logo weghalen</translation>
    </message>
    <message>
        <source>Add a logo</source>
        <translation>Logo toevoegen</translation>
    </message>
</context>
<context>
    <name>ReportHints</name>
    <message>
        <source>The question is not filled in</source>
        <translation>De vraag is nog niet ingevuld</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) not grouped yet</source>
        <translation>
            <numerusform>%n notitie nog niet gebundeld</numerusform>
            <numerusform>%n notities nog niet gebundeld</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n insight(s) or goal(s) without a name</source>
        <translation>
            <numerusform>%n inzicht of doel zonder naam</numerusform>
            <numerusform>%n inzichten of doelen zonder naam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goal(s) without advice</source>
        <translation>
            <numerusform>%n doel zonder advies</numerusform>
            <numerusform>%n doelen zonder advies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of advice without votes</source>
        <translation>
            <numerusform>%n advies zonder stemmen</numerusform>
            <numerusform>%n adviezen zonder stemmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of advice not resting on an insight</source>
        <translation>
            <numerusform>%n advies rust niet op een inzicht</numerusform>
            <numerusform>%n adviezen rusten niet op een inzicht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportOptions</name>
    <message>
        <source>How we did it</source>
        <translation>Zo deden we het</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Persona’s</translation>
    </message>
    <message>
        <source>Goals and advice</source>
        <translation>Doelen en adviezen</translation>
    </message>
    <message>
        <source>Word of the residents</source>
        <translation>Woord van de bewoners</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Samenvatting</translation>
    </message>
    <message>
        <source>How to read it</source>
        <translation>Leeswijzer</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>Wie er waren</translation>
    </message>
    <message>
        <source>Across the goals</source>
        <translation>Dwars door de doelen</translation>
    </message>
    <message>
        <source>Advice not adopted</source>
        <translation>Niet aangenomen</translation>
    </message>
    <message>
        <source>Answer and follow-up</source>
        <translation>Antwoord en vervolg</translation>
    </message>
    <message>
        <source>Theme book</source>
        <translation>Themaboek</translation>
    </message>
    <message>
        <source>Survey in tables</source>
        <translation>Vragenlijst in tabellen</translation>
    </message>
    <message>
        <source>All notes</source>
        <translation>Alle notities</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Onderdelen</translation>
    </message>
    <message>
        <source>Cover and contents are always included.</source>
        <translation>Omslag en inhoud staan er altijd in.</translation>
    </message>
    <message>
        <source>Write the summary</source>
        <translation>Samenvatting schrijven</translation>
    </message>
    <message>
        <source>Other files…</source>
        <translation>Andere bestanden…</translation>
    </message>
    <message>
        <source>In Dutch</source>
        <translation>In het Nederlands</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>In het Engels</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Taal van het rapport</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>PDF opslaan</translation>
    </message>
    <message>
        <source>Stop saving</source>
        <translation>Stoppen met opslaan</translation>
    </message>
    <message>
        <source>Saving the report</source>
        <translation>Het rapport wordt opgeslagen</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to check</source>
        <translation>
            <numerusform>%n punt om na te kijken</numerusform>
            <numerusform>%n punten om na te kijken</numerusform>
        </translation>
    </message>
    <message>
        <source>Publication check</source>
        <translation>Publicatiecheck</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to decide</source>
        <translation>
            <numerusform>Nog %n ding om te beslissen</numerusform>
            <numerusform>Nog %n dingen om te beslissen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Pages of the report</source>
        <translation>Pagina’s van het rapport</translation>
    </message>
    <message>
        <source>The pages are being made…</source>
        <translation>De pagina’s worden gemaakt…</translation>
    </message>
    <message>
        <source>The pages cannot be shown.</source>
        <translation>De pagina’s kunnen niet worden getoond.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Pagina {page} van {count}</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Rapport opslaan</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message numerus="yes">
        <source>The report is saved: {name}, %n page(s).</source>
        <translation>
            <numerusform>Het rapport is opgeslagen: {name}, %n pagina.</numerusform>
            <numerusform>Het rapport is opgeslagen: {name}, %n pagina’s.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the PDF</source>
        <translation>PDF openen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>Andere plek kiezen</translation>
    </message>
    <message>
        <source>The computer cannot open this by itself. It is here: {place}</source>
        <translation>De computer kan dit niet zelf openen. Je vindt het hier: {place}</translation>
    </message>
</context>
<context>
    <name>ReportPicture</name>
    <message>
        <source>Read aloud to those who cannot see it.</source>
        <translation>Wordt voorgelezen aan wie het niet ziet.</translation>
    </message>
</context>
<context>
    <name>ReportTexts</name>
    <message>
        <source>In your own words</source>
        <translation>In eigen woorden</translation>
    </message>
    <message>
        <source>Done writing</source>
        <translation>Klaar met schrijven</translation>
    </message>
    <message>
        <source>Who talked, about what, and what came of it</source>
        <translation>Wie spraken er, waarover, en wat kwam eruit?</translation>
    </message>
    <message>
        <source>What residents want to say first</source>
        <translation>Wat bewoners als eerste willen zeggen</translation>
    </message>
    <message>
        <source>One page. The question, the people and the goals are added for you.</source>
        <translation>Eén pagina. De vraag, de deelnemers en de doelen komen er vanzelf bij.</translation>
    </message>
    <message>
        <source>A word from the residents</source>
        <translation>Woord van de bewoners</translation>
    </message>
    <message>
        <source>Comes before the summary. You may leave it empty.</source>
        <translation>Staat voor de samenvatting. Leeg laten mag.</translation>
    </message>
    <message>
        <source>{count} characters: that is too long for one page. Make it shorter.</source>
        <translation>{count} tekens: dat is te lang voor één pagina. Maak het korter.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Samenvatting</translation>
    </message>
</context>
<context>
    <name>RetentionField</name>
    <message>
        <source>Remove everything on</source>
        <translation>Alles verwijderen op</translation>
    </message>
    <message>
        <source>Day on which everything is removed</source>
        <translation>Dag waarop alles verwijderd wordt</translation>
    </message>
    <message>
        <source>The program reminds you two weeks before; nothing is removed by itself.</source>
        <translation>Het programma herinnert je twee weken van tevoren; er gaat niets vanzelf weg.</translation>
    </message>
</context>
<context>
    <name>RoomVote</name>
    <message>
        <source>Round {number}</source>
        <translation>Ronde {number}</translation>
    </message>
    <message>
        <source>Keep this</source>
        <translation>Bewaren</translation>
    </message>
    <message numerus="yes">
        <source>The votes stand with %n piece(s) of advice.</source>
        <translation>
            <numerusform>De stemmen staan bij %n advies.</numerusform>
            <numerusform>De stemmen staan bij %n adviezen.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to undo here.</source>
        <translation>Er is hier niets om ongedaan te maken.</translation>
    </message>
    <message>
        <source>There is nothing to redo here.</source>
        <translation>Er is hier niets om opnieuw te doen.</translation>
    </message>
    <message>
        <source>Undone: {what} ({where})</source>
        <translation>Ongedaan gemaakt: {what} ({where})</translation>
    </message>
    <message>
        <source>Done again: {what} ({where})</source>
        <translation>Opnieuw gedaan: {what} ({where})</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Everything is in the file again.</source>
        <translation>Alles staat weer in het bestand.</translation>
    </message>
    <message>
        <source>kept on this laptop</source>
        <translation>op deze laptop bewaard</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>niet opgeslagen</translation>
    </message>
    <message>
        <source>view only</source>
        <translation>alleen bekijken</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Opnieuw openen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie opslaan…</translation>
    </message>
    <message>
        <source>The rest goes by itself.</source>
        <translation>De rest gaat vanzelf.</translation>
    </message>
    <message>
        <source>The file is gone: put it back.</source>
        <translation>Het bestand is weg: zet het terug.</translation>
    </message>
    <message>
        <source>The disk or stick does not answer: put it back.</source>
        <translation>De schijf of stick geeft geen antwoord: steek hem er weer in.</translation>
    </message>
    <message>
        <source>The disk is full: free some space.</source>
        <translation>De schijf is vol: maak ruimte vrij.</translation>
    </message>
    <message>
        <source>Another program holds the file: close that.</source>
        <translation>Een ander programma houdt het bestand vast: sluit dat.</translation>
    </message>
    <message>
        <source>The file may not be changed any more.</source>
        <translation>Het bestand mag niet meer worden veranderd.</translation>
    </message>
    <message>
        <source>Save a copy.</source>
        <translation>Bewaar een kopie.</translation>
    </message>
    <message>
        <source>Another file lies in its place.</source>
        <translation>Er staat een ander bestand op deze plek.</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation>Open het opnieuw.</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>Het bestand is beschadigd.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are safe on this laptop.</source>
        <translation>
            <numerusform>%n notitie staat veilig op deze laptop.</numerusform>
            <numerusform>%n notities staan veilig op deze laptop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are only in the program.</source>
        <translation>
            <numerusform>%n notitie staat alleen nog in het programma.</numerusform>
            <numerusform>%n notities staan alleen nog in het programma.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a copy; do not close it yet.</source>
        <translation>Bewaar een kopie; sluit nog niet.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that are not in the file yet</source>
        <translation>
            <numerusform>%n notitie die nog niet in het bestand staat</numerusform>
            <numerusform>%n notities die nog niet in het bestand staan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>‘{title}’ is closed. %n note(s) are kept on this laptop until its file is there again.</source>
        <translation>
            <numerusform>‘{title}’ is gesloten. %n notitie blijft op deze laptop bewaard tot het bestand er weer is.</numerusform>
            <numerusform>‘{title}’ is gesloten. %n notities blijven op deze laptop bewaard tot het bestand er weer is.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can only look at this dialogue; the file cannot be changed. Save a copy and go on in that.</source>
        <translation>Je kunt deze dialoog alleen bekijken; het bestand kan niet worden veranderd. Bewaar een kopie en ga daarin verder.</translation>
    </message>
    <message>
        <source>Every note is saved at once, in {place}.</source>
        <translation>Elke notitie wordt meteen opgeslagen, in {place}.</translation>
    </message>
</context>
<context>
    <name>SealPart</name>
    <message>
        <source>Nobody on the way can read it. Tell the passphrase by telephone, not by e-mail.</source>
        <translation>Onderweg kan niemand het lezen. Zeg het wachtwoord door de telefoon, niet in een mail.</translation>
    </message>
    <message>
        <source>Seal it for e-mail (.age)</source>
        <translation>Verzegelen om te mailen (.age)</translation>
    </message>
    <message>
        <source>Under a passphrase</source>
        <translation>Met een wachtwoord</translation>
    </message>
    <message>
        <source>With a public key</source>
        <translation>Met een openbare sleutel</translation>
    </message>
    <message>
        <source>Public key, begins with age1</source>
        <translation>Openbare sleutel, begint met age1</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show</source>
        <translation>Toon</translation>
    </message>
</context>
<context>
    <name>SecureDialog</name>
    <message>
        <source>With a passphrase</source>
        <translation>Met een wachtwoord</translation>
    </message>
    <message>
        <source>You type it each time you open the dialogue. Four words that have nothing to do with each other are good.</source>
        <translation>Je typt het elke keer als je de dialoog opent. Vier woorden die niets met elkaar te maken hebben, zijn goed.</translation>
    </message>
    <message>
        <source>It opens by itself while you are logged in. Elsewhere you need the recovery code.</source>
        <translation>De dialoog opent vanzelf zolang jij bent aangemeld. Op een andere computer heb je de herstelcode nodig.</translation>
    </message>
    <message>
        <source>This computer has no safe place for keys.</source>
        <translation>Deze computer heeft geen veilige plek voor sleutels.</translation>
    </message>
    <message>
        <source>With a key this laptop keeps</source>
        <translation>Met een sleutel die deze laptop bewaart</translation>
    </message>
    <message>
        <source>Change the key…</source>
        <translation>Sleutel wijzigen…</translation>
    </message>
    <message>
        <source>Go on to the way back…</source>
        <translation>Verder naar de herstelweg…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>It is locked with a key that this laptop keeps.</source>
        <translation>De dialoog is op slot met een sleutel die deze laptop bewaart.</translation>
    </message>
    <message>
        <source>It is locked with a passphrase.</source>
        <translation>De dialoog is op slot met een wachtwoord.</translation>
    </message>
    <message>
        <source>With another key your recovery sheet is no longer good; you get a new one.</source>
        <translation>Met een andere sleutel geldt je herstelblad niet meer; je krijgt een nieuw.</translation>
    </message>
    <message>
        <source>The lock on this dialogue</source>
        <translation>Het slot op deze dialoog</translation>
    </message>
    <message>
        <source>Lock this dialogue</source>
        <translation>Zet deze dialoog op slot</translation>
    </message>
    <message>
        <source>Without the key nobody can read the file, its backups or what was rescued. The name of the file stays visible. Copies and exports you made yourself stay as they are.</source>
        <translation>Zonder de sleutel kan niemand het bestand lezen, en ook de reservekopieën niet. De naam van het bestand blijft zichtbaar. Kopieën en exports die je zelf hebt gemaakt, veranderen niet mee.</translation>
    </message>
    <message>
        <source>Take the lock off…</source>
        <translation>Slot eraf halen…</translation>
    </message>
    <message>
        <source>Recovery sheet…</source>
        <translation>Herstelblad…</translation>
    </message>
    <message>
        <source>Take the lock off?</source>
        <translation>Het slot eraf?</translation>
    </message>
    <message>
        <source>Whoever has the file, or one of its backups, can read everything in it then.</source>
        <translation>Wie het bestand heeft, of een van de reservekopieën, kan dan alles lezen.</translation>
    </message>
    <message>
        <source>Take the lock off</source>
        <translation>Slot eraf halen</translation>
    </message>
    <message>
        <source>Keep it locked</source>
        <translation>Op slot laten</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoog contrast</translation>
    </message>
    <message>
        <source>They apply to this computer, not to the dialogue.</source>
        <translation>Ze gelden voor deze computer, niet voor de dialoog.</translation>
    </message>
    <message>
        <source>{size}%</source>
        <translation>{size} %</translation>
    </message>
    <message>
        <source>A soft sound at the end of a part</source>
        <translation>Een zacht geluid aan het einde van een deel</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Taal van het venster</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>Grootte van de tekst</translation>
    </message>
    <message>
        <source>Also with Ctrl + and Ctrl −</source>
        <translation>Ook met Ctrl + en Ctrl −</translation>
    </message>
    <message>
        <source>Save these settings</source>
        <translation>Instellingen bewaren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) without a key touched</source>
        <translation>
            <numerusform>%n minuut zonder toets</numerusform>
            <numerusform>%n minuten zonder toets</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nooit</translation>
    </message>
    <message>
        <source>Only dialogues with a lock on them; everything is saved first.</source>
        <translation>Alleen dialogen met een slot; alles wordt eerst bewaard.</translation>
    </message>
    <message>
        <source>Lock a dialogue away after</source>
        <translation>Zet een dialoog op slot na</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Map kiezen…</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>Such as a folder on a stick. Used whenever it is there; nothing is wrong when it is not.</source>
        <translation>Bijvoorbeeld een map op een stick. Wordt gebruikt als hij er is; het is niet erg als hij er niet is.</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>Tweede plek voor reservekopieën</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>The question</source>
        <translation>De vraag</translation>
    </message>
    <message>
        <source>Central question</source>
        <translation>Centrale vraag</translation>
    </message>
    <message>
        <source>Short title</source>
        <translation>Korte titel</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Language of the dialogue</source>
        <translation>Taal van de dialoog</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Bijeenkomsten</translation>
    </message>
    <message>
        <source>Large meetings, talks with soft voices and surveys stand side by side in the report.</source>
        <translation>Grote bijeenkomsten, gesprekken met zachte stemmen en vragenlijsten staan in het rapport naast elkaar.</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Persona’s</translation>
    </message>
    <message>
        <source>What is the conversation about?</source>
        <translation>Waar gaat het gesprek over?</translation>
    </message>
    <message>
        <source>One open question that everyone understands</source>
        <translation>Eén open vraag die iedereen begrijpt</translation>
    </message>
    <message>
        <source>Put a comma between names</source>
        <translation>Zet een komma tussen de namen</translation>
    </message>
    <message>
        <source>Who is asking</source>
        <translation>Wie vraagt het</translation>
    </message>
    <message>
        <source>Votes in favour that advice needs</source>
        <translation>Stemmen vóór die een advies nodig heeft</translation>
    </message>
    <message>
        <source>Imaginary people: the tables look through their eyes. Tick who takes part.</source>
        <translation>Bedachte mensen. De tafels kijken door hun ogen. Vink aan wie meedoet.</translation>
    </message>
    <message>
        <source>the question</source>
        <translation>de vraag</translation>
    </message>
    <message>
        <source>a meeting</source>
        <translation>een bijeenkomst</translation>
    </message>
    <message>
        <source>a persona</source>
        <translation>een persona</translation>
    </message>
    <message>
        <source>Not filled in yet: {points}.</source>
        <translation>Nog niet ingevuld: {points}.</translation>
    </message>
    <message>
        <source>You can change all of this later.</source>
        <translation>Je kunt dit later allemaal nog wijzigen.</translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s) saved in {file}.</source>
        <translation>
            <numerusform>%n persona bewaard in {file}.</numerusform>
            <numerusform>%n persona’s bewaard in {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with {step}</source>
        <translation>Verder met {step}</translation>
    </message>
    <message>
        <source>What we promise</source>
        <translation>Wat we beloven</translation>
    </message>
    <message>
        <source>Read it aloud before the first question. Everything that is printed keeps it.</source>
        <translation>Lees dit voor vóór de eerste vraag. Alles wat wordt afgedrukt, houdt zich eraan.</translation>
    </message>
    <message>
        <source>Begin with {step}</source>
        <translation>Beginnen met {step}</translation>
    </message>
    <message>
        <source>Whoever spoke heard a stricter promise. Go on only when they agreed.</source>
        <translation>Wie sprak, hoorde een strengere belofte. Ga alleen verder als zij dit goedvinden.</translation>
    </message>
    <message>
        <source>People were promised more</source>
        <translation>Mensen kregen meer beloofd</translation>
    </message>
    <message>
        <source>Promise less</source>
        <translation>Beloof minder</translation>
    </message>
    <message>
        <source>Keep the promise</source>
        <translation>Houd de belofte</translation>
    </message>
    <message>
        <source>Meeting {number}</source>
        <translation>Bijeenkomst {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s) added.</source>
        <translation>
            <numerusform>%n persona toegevoegd.</numerusform>
            <numerusform>%n persona’s toegevoegd.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import personas</source>
        <translation>Persona’s importeren</translation>
    </message>
    <message>
        <source>Persona packs (*{suffix})</source>
        <translation>Personapakketten (*{suffix})</translation>
    </message>
    <message>
        <source>Export personas</source>
        <translation>Persona’s exporteren</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys and actions</source>
        <translation>Toetsen en acties</translation>
    </message>
    <message>
        <source>Everything can be done with the keyboard.</source>
        <translation>Alles kan met het toetsenbord.</translation>
    </message>
    <message>
        <source>Search: a word or a key</source>
        <translation>Zoeken: een woord of een toets</translation>
    </message>
    <message>
        <source>Search in the keys and actions</source>
        <translation>Zoeken in de toetsen en acties</translation>
    </message>
    <message>
        <source>Nothing found. Try another word.</source>
        <translation>Niets gevonden. Probeer een ander woord.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>SimilarHint</name>
    <message>
        <source>Mark the first as key quote and type no new note</source>
        <translation>Markeer de eerste als kernzin; geen nieuwe notitie</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Name of the new one</source>
        <translation>Naam van het nieuwe deel</translation>
    </message>
    <message>
        <source>What goes with it</source>
        <translation>Wat gaat er mee?</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Splitsen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Chosen: {number} of {total}; the others stay.</source>
        <translation>Gekozen: {number} van de {total}; de andere blijven.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Alles blijft op deze computer.</translation>
    </message>
    <message>
        <source>New dialogue</source>
        <translation>Nieuwe dialoog</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Look at the example</source>
        <translation>Voorbeeld bekijken</translation>
    </message>
    <message>
        <source>Good morning. What is the conversation about?</source>
        <translation>Goedemorgen. Waar gaat het gesprek over?</translation>
    </message>
    <message>
        <source>Good afternoon. What is the conversation about?</source>
        <translation>Goedemiddag. Waar gaat het gesprek over?</translation>
    </message>
    <message>
        <source>Good evening. What is the conversation about?</source>
        <translation>Goedenavond. Waar gaat het gesprek over?</translation>
    </message>
    <message>
        <source>No dialogues here yet</source>
        <translation>Hier staan nog geen dialogen</translation>
    </message>
    <message>
        <source>Begin a new dialogue, or look at the example first: a whole dialogue in Twente, from the first note to the advice.</source>
        <translation>Begin een nieuwe dialoog, of bekijk eerst het voorbeeld: een hele dialoog in Twente, van de eerste notitie tot het advies.</translation>
    </message>
    <message numerus="yes">
        <source>%n dialogue(s) gone from the place where they lay…</source>
        <translation>
            <numerusform>%n dialoog ligt niet meer waar hij lag…</numerusform>
            <numerusform>%n dialogen liggen niet meer waar ze lagen…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Step {number}, {name}: you are here</source>
        <translation>Stap {number}, {name}: hier ben je</translation>
    </message>
    <message>
        <source>Report: you are here</source>
        <translation>Rapport: hier ben je</translation>
    </message>
    <message>
        <source>Step {number}, {name}: done</source>
        <translation>Stap {number}, {name}: klaar</translation>
    </message>
    <message>
        <source>To step {number}, {name}</source>
        <translation>Naar stap {number}, {name}</translation>
    </message>
    <message>
        <source>To the report</source>
        <translation>Naar het rapport</translation>
    </message>
</context>
<context>
    <name>StepNotes</name>
    <message>
        <source>Move to…</source>
        <translation>Verplaatsen naar…</translation>
    </message>
    <message>
        <source>Put with another insight too…</source>
        <translation>Ook bij een ander inzicht leggen…</translation>
    </message>
    <message>
        <source>New insight of these…</source>
        <translation>Nieuw inzicht hiervan…</translation>
    </message>
    <message>
        <source>Take out of the insight</source>
        <translation>Uit het inzicht halen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliceren</translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message>
        <source>Ctrl +</source>
        <translation>Ctrl +</translation>
    </message>
    <message>
        <source>You can only look at this dialogue here.</source>
        <translation>Je kunt deze dialoog hier alleen bekijken.</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Bijeenkomst</translation>
    </message>
    <message>
        <source>No table</source>
        <translation>Geen tafel</translation>
    </message>
    <message>
        <source>Table {number}</source>
        <translation>Tafel {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) stuck.</source>
        <translation>
            <numerusform>%n notitie geplakt.</numerusform>
            <numerusform>%n notities geplakt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>There is no text to paste. Copy the lines first, then try again.</source>
        <translation>Er is geen tekst om te plakken. Kopieer eerst de regels en probeer het dan opnieuw.</translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message>
        <source>Name of the new insight</source>
        <translation>Naam van het nieuwe inzicht</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>Deze niet</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message>
        <source>to an insight that is there</source>
        <translation>bij een inzicht dat er al is</translation>
    </message>
    <message>
        <source>a new insight</source>
        <translation>nieuw inzicht</translation>
    </message>
    <message>
        <source>Shared: {words}</source>
        <translation>Gedeeld: {words}</translation>
    </message>
</context>
<context>
    <name>SuggestionStrip</name>
    <message>
        <source>Suggested groups</source>
        <translation>Voorgestelde groepen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Accept all shown</source>
        <translation>Alle getoonde overnemen</translation>
    </message>
    <message>
        <source>Close the suggestions</source>
        <translation>Voorstellen sluiten</translation>
    </message>
    <message>
        <source>Looking for groups…</source>
        <translation>Groepen zoeken…</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) suggested</source>
        <translation>
            <numerusform>%n groep voorgesteld</numerusform>
            <numerusform>%n groepen voorgesteld</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {total} groups</source>
        <translation>{shown} van {total} groepen</translation>
    </message>
    <message>
        <source>Nothing moves until you accept it.</source>
        <translation>Er verschuift niets tot je iets overneemt.</translation>
    </message>
</context>
<context>
    <name>SurveyImport</name>
    <message numerus="yes">
        <source>%n answer(s) added.</source>
        <translation>
            <numerusform>%n antwoord toegevoegd.</numerusform>
            <numerusform>%n antwoorden toegevoegd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) skipped.</source>
        <translation>
            <numerusform>%n rij overgeslagen.</numerusform>
            <numerusform>%n rijen overgeslagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>TrayPane</name>
    <message>
        <source>Search in the loose notes</source>
        <translation>Zoeken in de losse notities</translation>
    </message>
    <message>
        <source>Loose notes</source>
        <translation>Losse notities</translation>
    </message>
    <message>
        <source>Put with…</source>
        <translation>Leg bij…</translation>
    </message>
    <message>
        <source>Notes that fit nowhere</source>
        <translation>Notities die nergens bij passen</translation>
    </message>
    <message>
        <source>Notes still to be grouped</source>
        <translation>Notities die nog gebundeld moeten worden</translation>
    </message>
    <message>
        <source>Search for a word or a name</source>
        <translation>Zoek een woord of een naam</translation>
    </message>
    <message>
        <source>Suggest groups</source>
        <translation>Stel groepen voor</translation>
    </message>
    <message>
        <source>Still to group</source>
        <translation>Nog te bundelen</translation>
    </message>
    <message>
        <source>Set aside…</source>
        <translation>Leg apart…</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Terugleggen</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notitie</numerusform>
            <numerusform>%n notities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n loose note(s)</source>
        <translation>
            <numerusform>%n losse notitie</numerusform>
            <numerusform>%n losse notities</numerusform>
        </translation>
    </message>
    <message>
        <source>Fits nowhere · {number}</source>
        <translation>Past nergens bij · {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that fit nowhere, each with a reason</source>
        <translation>
            <numerusform>%n notitie die nergens bij past, met de reden</numerusform>
            <numerusform>%n notities die nergens bij passen, elk met een reden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these found</source>
        <translation>
            <numerusform>%n hiervan gevonden</numerusform>
            <numerusform>%n hiervan gevonden</numerusform>
        </translation>
    </message>
    <message>
        <source>No loose note contains these words.</source>
        <translation>In geen losse notitie staan deze woorden.</translation>
    </message>
    <message>
        <source>Every note has a place. New notes appear here by themselves.</source>
        <translation>Elke notitie heeft een plek. Nieuwe notities komen hier vanzelf te staan.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) chosen</source>
        <translation>
            <numerusform>%n notitie gekozen</numerusform>
            <numerusform>%n notities gekozen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Turning</name>
    <message>
        <source>Undone: {what}</source>
        <translation>Ongedaan gemaakt: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Opnieuw gedaan: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) done again.</source>
        <translation>
            <numerusform>%n stap opnieuw gedaan.</numerusform>
            <numerusform>%n stappen opnieuw gedaan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) undone. Redo brings them back.</source>
        <translation>
            <numerusform>%n stap teruggedraaid. Met Opnieuw doen komt die terug.</numerusform>
            <numerusform>%n stappen teruggedraaid. Met Opnieuw doen komen ze terug.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show where</source>
        <translation>Laat zien waar</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>This dialogue is locked</source>
        <translation>Deze dialoog is op slot</translation>
    </message>
    <message>
        <source>‘{name}’ opens with its passphrase, or with the recovery code.</source>
        <translation>‘{name}’ gaat open met het wachtwoord of met de herstelcode.</translation>
    </message>
    <message>
        <source>Passphrase or recovery code</source>
        <translation>Wachtwoord of herstelcode</translation>
    </message>
    <message>
        <source>In the code capitals, dashes and spaces make no difference; in a passphrase they do.</source>
        <translation>In de code maken hoofdletters, streepjes en spaties niet uit; in een wachtwoord wel.</translation>
    </message>
    <message>
        <source>Let this laptop keep the key</source>
        <translation>Laat deze laptop de sleutel bewaren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Leave it locked</source>
        <translation>Op slot laten</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <source>Some notes are not on disk yet</source>
        <translation>Sommige notities staan nog niet op de schijf</translation>
    </message>
    <message>
        <source>The disk does not accept them. They are still in the program. Save a copy in another place, for example on a USB stick.</source>
        <translation>De schijf neemt ze niet aan. Ze staan nog wel in het programma. Bewaar een kopie op een andere plek, bijvoorbeeld op een USB-stick.</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie opslaan…</translation>
    </message>
    <message>
        <source>Your notes are kept on this laptop</source>
        <translation>Je notities zijn op deze laptop bewaard</translation>
    </message>
    <message>
        <source>Their own file cannot be reached now. Nothing is lost. Open this dialogue again when the file is there; one press puts everything together.</source>
        <translation>Het eigen bestand is nu niet bereikbaar. Er is niets kwijt. Open deze dialoog weer als het bestand er is; met één druk komt alles bij elkaar.</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier blijven</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Close without those notes</source>
        <translation>Sluiten zonder die notities</translation>
    </message>
</context>
<context>
    <name>UnsealDialog</name>
    <message>
        <source>‘{name}’ opens with the passphrase of who sent it.</source>
        <translation>‘{name}’ gaat open met het wachtwoord van wie het stuurde.</translation>
    </message>
    <message>
        <source>This file is sealed</source>
        <translation>Dit bestand is verzegeld</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Leave it sealed</source>
        <translation>Dicht laten</translation>
    </message>
</context>
<context>
    <name>Unsealing</name>
    <message>
        <source>The file is being opened…</source>
        <translation>Het bestand gaat open…</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>The dialogue is as it was on {when}.</source>
        <translation>De dialoog is zoals op {when}.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Made by themselves while you work, kept for fourteen days. Going back can be undone.</source>
        <translation>Ze worden vanzelf gemaakt terwijl je werkt en veertien dagen bewaard. Teruggaan kun je ongedaan maken.</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Eerdere versies</translation>
    </message>
    <message>
        <source>Versions, the newest first</source>
        <translation>Versies, de nieuwste eerst</translation>
    </message>
    <message>
        <source>Looking for earlier versions…</source>
        <translation>Er wordt naar eerdere versies gezocht…</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Wat er zou veranderen</translation>
    </message>
    <message>
        <source>Go back to this version</source>
        <translation>Terug naar deze versie</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Give an earlier key…</source>
        <translation>Eerdere sleutel geven…</translation>
    </message>
    <message>
        <source>There is no earlier version on this laptop yet.</source>
        <translation>Er is op deze laptop nog geen eerdere versie.</translation>
    </message>
    <message>
        <source>The earlier versions are locked with an earlier key.</source>
        <translation>De eerdere versies zijn op slot met een eerdere sleutel.</translation>
    </message>
    <message>
        <source>Looking what would change…</source>
        <translation>Er wordt gekeken wat er zou veranderen…</translation>
    </message>
    <message>
        <source>Nothing would change: this is how it is now.</source>
        <translation>Er zou niets veranderen: zo is het nu ook.</translation>
    </message>
    <message numerus="yes">
        <source>%n come(s) back</source>
        <translation>
            <numerusform>%n komt terug</numerusform>
            <numerusform>%n komen terug</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go(es)</source>
        <translation>
            <numerusform>%n gaat weg</numerusform>
            <numerusform>%n gaan weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n become(s) as before</source>
        <translation>
            <numerusform>%n wordt als toen</numerusform>
            <numerusform>%n worden als toen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other thing(s) change</source>
        <translation>
            <numerusform>%n ander ding verandert</numerusform>
            <numerusform>%n andere dingen veranderen</numerusform>
        </translation>
    </message>
    <message>
        <source>Going back: {what}.</source>
        <translation>Als je teruggaat: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Insight</source>
        <translation>Inzicht</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Advies</translation>
    </message>
    <message>
        <source>{kind} comes back: {text}</source>
        <translation>{kind} komt terug: {text}</translation>
    </message>
    <message>
        <source>{kind} goes: {text}</source>
        <translation>{kind} gaat weg: {text}</translation>
    </message>
    <message>
        <source>{kind} as before: {text}</source>
        <translation>{kind} als toen: {text}</translation>
    </message>
    <message>
        <source>{kind}: ‘{now}’ becomes ‘{then}’</source>
        <translation>{kind}: ‘{now}’ wordt ‘{then}’</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Waiting for the disk…</source>
        <translation>Even wachten op de schijf…</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Undo: {what}</source>
        <translation>Ongedaan maken: {what}</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Opnieuw doen: {what}</translation>
    </message>
    <message>
        <source>Step {number}: {name}</source>
        <translation>Stap {number}: {name}</translation>
    </message>
    <message>
        <source>Dialogues and exports ({patterns});;All files (*)</source>
        <translation>Dialogen en exports ({patterns});;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Open a dialogue</source>
        <translation>Dialoog openen</translation>
    </message>
    <message>
        <source>Survey tables ({patterns} *.txt);;All files (*)</source>
        <translation>Vragenlijsten ({patterns} *.txt);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Import a survey</source>
        <translation>Vragenlijst inlezen</translation>
    </message>
    <message>
        <source>Dialogues (*.dialoog);;All files (*)</source>
        <translation>Dialogen (*.dialoog);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Add notes from another laptop</source>
        <translation>Notities van een andere laptop toevoegen</translation>
    </message>
    <message>
        <source>Open a dialogue first. Then drop ‘{name}’ here again to add its answers.</source>
        <translation>Open eerst een dialoog. Sleep ‘{name}’ daarna opnieuw hierheen om de antwoorden toe te voegen.</translation>
    </message>
    <message numerus="yes">
        <source>{name} has been added: %n new change(s).</source>
        <translation>
            <numerusform>{name} is toegevoegd: %n nieuwe wijziging.</numerusform>
            <numerusform>{name} is toegevoegd: %n nieuwe wijzigingen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie opslaan</translation>
    </message>
    <message>
        <source>Dialogues (*.dialoog)</source>
        <translation>Dialogen (*.dialoog)</translation>
    </message>
    <message>
        <source>The copy is in {place}.</source>
        <translation>De kopie staat in {place}.</translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation>Exporteren als JSON</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>The export is in {place}.</source>
        <translation>De export staat in {place}.</translation>
    </message>
</context>
<context>
    <name>ZoomBar</name>
    <message>
        <source>Zoom</source>
        <translation>Zoomen</translation>
    </message>
    <message>
        <source>Map of the whole board</source>
        <translation>Kaart van het hele bord</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Uitzoomen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Inzoomen</translation>
    </message>
    <message>
        <source>Show the whole board</source>
        <translation>Het hele bord laten zien</translation>
    </message>
    <message>
        <source>{percent}, show at 100 %</source>
        <translation>{percent}, op 100 % laten zien</translation>
    </message>
</context>
</TS>
