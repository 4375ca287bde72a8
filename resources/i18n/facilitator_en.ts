<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AdviceFaces</name>
    <message numerus="yes">
        <source>%n piece(s) of advice</source>
        <translation>
            <numerusform>%n piece of advice</numerusform>
            <numerusform>%n pieces of advice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n insight(s)</source>
        <translation>
            <numerusform>%n insight</numerusform>
            <numerusform>%n insights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) imagined for a persona: not counted as a voice.</source>
        <translation>
            <numerusform>%n note imagined for a persona: not counted as a voice.</numerusform>
            <numerusform>%n notes imagined for a persona: not counted as a voice.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Arriving</name>
    <message numerus="yes">
        <source>{name} has been added: %n new change(s).</source>
        <translation>
            <numerusform>{name} has been added: %n new change.</numerusform>
            <numerusform>{name} has been added: %n new changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BallotWords</name>
    <message numerus="yes">
        <source>▲ %n too many</source>
        <translation>
            <numerusform>▲ %n too many</numerusform>
            <numerusform>▲ %n too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▽ %n too few</source>
        <translation>
            <numerusform>▽ %n too few</numerusform>
            <numerusform>▽ %n too few</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n</source>
        <translation>
            <numerusform>of %n</numerusform>
            <numerusform>of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dot(s) counted</source>
        <translation>
            <numerusform>%n dot counted</numerusform>
            <numerusform>%n dots counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hand(s) counted</source>
        <translation>
            <numerusform>%n hand counted</numerusform>
            <numerusform>%n hands counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n per person</source>
        <translation>
            <numerusform>%n per person</numerusform>
            <numerusform>%n per person</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n people</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BoardWords</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaptureBar</name>
    <message numerus="yes">
        <source>%n similar</source>
        <translation>
            <numerusform>%n similar</numerusform>
            <numerusform>%n similar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) say almost this. Show them.</source>
        <translation>
            <numerusform>%n note says almost this. Show it.</numerusform>
            <numerusform>%n notes say almost this. Show them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>room for %n character(s)</source>
        <translation>
            <numerusform>room for %n character</numerusform>
            <numerusform>room for %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CountDialog</name>
    <message numerus="yes">
        <source>%n place(s) not counted yet</source>
        <translation>
            <numerusform>%n place not counted yet</numerusform>
            <numerusform>%n places not counted yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for something that is no longer there</source>
        <translation>
            <numerusform>%n for something that is no longer there</numerusform>
            <numerusform>%n for something that is no longer there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverageDialog</name>
    <message numerus="yes">
        <source>%n imagined</source>
        <translation>
            <numerusform>%n imagined</numerusform>
            <numerusform>%n imagined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DamagedDialog</name>
    <message numerus="yes">
        <source>The newest good backup is of {when}, with %n note(s).</source>
        <translation>
            <numerusform>The newest good backup is of {when}, with %n note.</numerusform>
            <numerusform>The newest good backup is of {when}, with %n notes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DialogueList</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseNotesDialog</name>
    <message numerus="yes">
        <source>Erase %n note(s) for good?</source>
        <translation>
            <numerusform>Erase %n note for good?</numerusform>
            <numerusform>Erase %n notes for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseWordsDialog</name>
    <message numerus="yes">
        <source>Found in %n place(s).</source>
        <translation>
            <numerusform>Found in %n place.</numerusform>
            <numerusform>Found in %n places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these stood there earlier and were changed since.</source>
        <translation>
            <numerusform>%n of these stood there earlier and were changed since.</numerusform>
            <numerusform>%n of these stood there earlier and were changed since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erase in %n place(s)</source>
        <translation>
            <numerusform>Erase in %n place</numerusform>
            <numerusform>Erase in %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErasedDialog</name>
    <message numerus="yes">
        <source>%n backup(s) looked through, and written anew where the words stood.</source>
        <translation>
            <numerusform>%n backup looked through, and written anew where the words stood.</numerusform>
            <numerusform>%n backups looked through, and written anew where the words stood.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) could not be changed and may still hold the words</source>
        <translation>
            <numerusform>%n backup could not be changed and may still hold the words</numerusform>
            <numerusform>%n backups could not be changed and may still hold the words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Erasing</name>
    <message numerus="yes">
        <source>%n note(s) erased, also from the history.</source>
        <translation>
            <numerusform>%n note erased, also from the history.</numerusform>
            <numerusform>%n notes erased, also from the history.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Erased in %n place(s), also from the history.</source>
        <translation>
            <numerusform>Erased in %n place, also from the history.</numerusform>
            <numerusform>Erased in %n places, also from the history.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%n thing(s) in this dialogue wait for a decision before it is published.</source>
        <translation>
            <numerusform>%n thing in this dialogue waits for a decision before it is published.</numerusform>
            <numerusform>%n things in this dialogue wait for a decision before it is published.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>{count} of {total} note(s)</source>
        <translation>
            <numerusform>{count} of {total} note</numerusform>
            <numerusform>{count} of {total} notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{total} note(s)</source>
        <translation>
            <numerusform>{total} note</numerusform>
            <numerusform>{total} notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GateButtons</name>
    <message numerus="yes">
        <source>%n condition(s) still open</source>
        <translation>
            <numerusform>%n condition still open</numerusform>
            <numerusform>%n conditions still open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoalActions</name>
    <message numerus="yes">
        <source>%n chosen insight(s) will belong to it.</source>
        <translation>
            <numerusform>The chosen insight will belong to it.</numerusform>
            <numerusform>The %n chosen insights will belong to it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n goal(s)</source>
        <translation>
            <numerusform>Merge %n goal</numerusform>
            <numerusform>Merge %n goals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goal(s) deleted; the insights stay.</source>
        <translation>
            <numerusform>%n goal deleted; the insights stay.</numerusform>
            <numerusform>%n goals deleted; the insights stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupFaces</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n insight(s)</source>
        <translation>
            <numerusform>%n insight</numerusform>
            <numerusform>%n insights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dot(s)</source>
        <translation>
            <numerusform>%n dot</numerusform>
            <numerusform>%n dots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>‘{title}’ gets %n note(s).</source>
        <translation>
            <numerusform>‘{title}’ gets %n note.</numerusform>
            <numerusform>‘{title}’ gets %n notes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>‘{title}’ gets %n insight(s).</source>
        <translation>
            <numerusform>‘{title}’ gets %n insight.</numerusform>
            <numerusform>‘{title}’ gets %n insights.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It gets %n piece(s) of advice.</source>
        <translation>
            <numerusform>It gets %n piece of advice.</numerusform>
            <numerusform>It gets %n pieces of advice.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupLinks</name>
    <message numerus="yes">
        <source>Which goal do %n insight(s) belong to as well?</source>
        <translation>
            <numerusform>Which goal does this insight belong to as well?</numerusform>
            <numerusform>Which goal do these %n insights belong to as well?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Which goal do %n insight(s) belong to?</source>
        <translation>
            <numerusform>Which goal does this insight belong to?</numerusform>
            <numerusform>Which goal do these %n insights belong to?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupMoves</name>
    <message numerus="yes">
        <source>Where do %n note(s) go as well?</source>
        <translation>
            <numerusform>Where does this note go as well?</numerusform>
            <numerusform>Where do these %n notes go as well?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where do %n note(s) go?</source>
        <translation>
            <numerusform>Where does this note go?</numerusform>
            <numerusform>Where do these %n notes go?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupSuggest</name>
    <message numerus="yes">
        <source>%n note(s) got a place</source>
        <translation>
            <numerusform>%n note got a place</numerusform>
            <numerusform>%n notes got a place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n insight(s)</source>
        <translation>
            <numerusform>%n insight</numerusform>
            <numerusform>%n insights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandedOutList</name>
    <message numerus="yes">
        <source>%n file(s) made on this computer may still hold the words</source>
        <translation>
            <numerusform>%n file made on this computer may still hold the words</numerusform>
            <numerusform>%n files made on this computer may still hold the words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hands</name>
    <message numerus="yes">
        <source>%n moved to {place}</source>
        <translation>
            <numerusform>%n moved to {place}</numerusform>
            <numerusform>%n moved to {place}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message numerus="yes">
        <source>Going on to here does %n step(s) again.</source>
        <translation>
            <numerusform>Going on to here does %n step again.</numerusform>
            <numerusform>Going on to here does %n steps again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Going back to here undoes %n step(s).</source>
        <translation>
            <numerusform>Going back to here undoes %n step.</numerusform>
            <numerusform>Going back to here undoes %n steps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden sheet(s) are left out.</source>
        <translation>
            <numerusform>%n hidden sheet are left out.</numerusform>
            <numerusform>%n hidden sheets are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InsightActions</name>
    <message numerus="yes">
        <source>New insight with %n note(s)</source>
        <translation>
            <numerusform>New insight with %n note</numerusform>
            <numerusform>New insight with %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge %n insight(s)</source>
        <translation>
            <numerusform>Merge %n insight</numerusform>
            <numerusform>Merge %n insights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n insight(s) deleted; the notes are loose again.</source>
        <translation>
            <numerusform>%n insight deleted; the notes are loose again.</numerusform>
            <numerusform>%n insights deleted; the notes are loose again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InsightChoiceDialog</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InsightPane</name>
    <message numerus="yes">
        <source>%n insight(s)</source>
        <translation>
            <numerusform>%n insight</numerusform>
            <numerusform>%n insights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) grouped</source>
        <translation>
            <numerusform>%n note grouped</numerusform>
            <numerusform>%n notes grouped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message numerus="yes">
        <source>%n note(s) were kept on this laptop when the file could not be reached.</source>
        <translation>
            <numerusform>%n note was kept on this laptop when the file could not be reached.</numerusform>
            <numerusform>%n notes were kept on this laptop when the file could not be reached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were kept on this laptop when the file could not be reached.</source>
        <translation>
            <numerusform>%n change was kept on this laptop when the file could not be reached.</numerusform>
            <numerusform>%n changes were kept on this laptop when the file could not be reached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everything is together in the file again: %n note(s) added.</source>
        <translation>
            <numerusform>Everything is together in the file again: %n note added.</numerusform>
            <numerusform>Everything is together in the file again: %n notes added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptFiles</name>
    <message numerus="yes">
        <source>Kept on this laptop with %n note(s), last on {when}. Its own file is not there.</source>
        <translation>
            <numerusform>Kept on this laptop with %n note, last on {when}. Its own file is not there.</numerusform>
            <numerusform>Kept on this laptop with %n notes, last on {when}. Its own file is not there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Damaged. The newest good backup is of {when}, with %n note(s).</source>
        <translation>
            <numerusform>Damaged. The newest good backup is of {when}, with %n note.</numerusform>
            <numerusform>Damaged. The newest good backup is of {when}, with %n notes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A backup of {when} with %n note(s) can be read here.</source>
        <translation>
            <numerusform>A backup of {when} with %n note can be read here.</numerusform>
            <numerusform>A backup of {when} with %n notes can be read here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message numerus="yes">
        <source>Goals of %n insight(s)</source>
        <translation>
            <numerusform>Goals of %n insight</numerusform>
            <numerusform>Goals of %n insights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more insight(s)</source>
        <translation>
            <numerusform>and %n more insight</numerusform>
            <numerusform>and %n more insights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockedPage</name>
    <message numerus="yes">
        <source>Nobody touched a key for %n minute(s).</source>
        <translation>
            <numerusform>Nobody touched a key for %n minute.</numerusform>
            <numerusform>Nobody touched a key for %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Locking</name>
    <message numerus="yes">
        <source>%n backup(s) only open with an earlier key.</source>
        <translation>
            <numerusform>%n backup only open with an earlier key.</numerusform>
            <numerusform>%n backups only open with an earlier key.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LostDialog</name>
    <message numerus="yes">
        <source>{name} · %n note(s) · backup of {when}</source>
        <translation>
            <numerusform>{name} · %n note · backup of {when}</numerusform>
            <numerusform>{name} · %n notes · backup of {when}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mending</name>
    <message numerus="yes">
        <source>%n note(s) could be read. You go on in {place}; the damaged file stays.</source>
        <translation>
            <numerusform>%n note could be read. You go on in {place}; the damaged file stays.</numerusform>
            <numerusform>%n notes could be read. You go on in {place}; the damaged file stays.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n thing(s) could not be read.</source>
        <translation>
            <numerusform>At least %n thing could not be read.</numerusform>
            <numerusform>At least %n things could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewDialogueDialog</name>
    <message numerus="yes">
        <source>%n persona(s)</source>
        <translation>
            <numerusform>%n persona</numerusform>
            <numerusform>%n personas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewInsightDialog</name>
    <message numerus="yes">
        <source>A new insight of %n note(s)</source>
        <translation>
            <numerusform>A new insight of %n note</numerusform>
            <numerusform>A new insight of %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more note(s)</source>
        <translation>
            <numerusform>and %n more note</numerusform>
            <numerusform>and %n more notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteActions</name>
    <message numerus="yes">
        <source>%n note(s) deleted.</source>
        <translation>
            <numerusform>%n note deleted.</numerusform>
            <numerusform>%n notes deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n note(s) to …</source>
        <translation>
            <numerusform>Move %n note to …</numerusform>
            <numerusform>Move %n notes to …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message numerus="yes">
        <source>Too long for one note: the rest becomes %n new note(s) like this one.</source>
        <translation>
            <numerusform>Too long for one note: the rest becomes %n new note like this one.</numerusform>
            <numerusform>Too long for one note: the rest becomes %n new notes like this one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save as %n note(s)</source>
        <translation>
            <numerusform>Save as %n note</numerusform>
            <numerusform>Save as %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteFaces</name>
    <message numerus="yes">
        <source>with %n insight(s)</source>
        <translation>
            <numerusform>with %n insight</numerusform>
            <numerusform>with %n insights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteMoves</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n note(s) to …</source>
        <translation>
            <numerusform>Move %n note to …</numerusform>
            <numerusform>Move %n notes to …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where do %n note(s) go as well?</source>
        <translation>
            <numerusform>Where do %n note go as well?</numerusform>
            <numerusform>Where do %n notes go as well?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesArea</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParkDialog</name>
    <message numerus="yes">
        <source>Set %n note(s) aside</source>
        <translation>
            <numerusform>Set %n note aside</numerusform>
            <numerusform>Set %n notes aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more note(s)</source>
        <translation>
            <numerusform>and %n more note</numerusform>
            <numerusform>and %n more notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parting</name>
    <message numerus="yes">
        <source>The text was too long for one note: %n note(s) were added.</source>
        <translation>
            <numerusform>The text was too long for one note: %n note were added.</numerusform>
            <numerusform>The text was too long for one note: %n notes were added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message numerus="yes">
        <source>%n note(s) at once</source>
        <translation>
            <numerusform>%n note at once</numerusform>
            <numerusform>%n notes at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stick %n note(s)</source>
        <translation>
            <numerusform>Stick %n note</numerusform>
            <numerusform>Stick %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are too long for one note. Untick or shorten them.</source>
        <translation>
            <numerusform>%n line is too long for one note. Untick it or make it shorter.</numerusform>
            <numerusform>%n lines are too long for one note. Untick them or make them shorter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PersonaRows</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureChip</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromptsPane</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) to go</source>
        <translation>
            <numerusform>%n second to go</numerusform>
            <numerusform>%n seconds to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) to go</source>
        <translation>
            <numerusform>%n minute to go</numerusform>
            <numerusform>%n minutes to go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublicationDialog</name>
    <message numerus="yes">
        <source>%n thing(s) to decide</source>
        <translation>
            <numerusform>%n thing to decide</numerusform>
            <numerusform>%n things to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message numerus="yes">
        <source>%n backup(s) and rescued copies of it on this computer</source>
        <translation>
            <numerusform>%n backup or rescued copy of it on this computer</numerusform>
            <numerusform>%n backups and rescued copies of it on this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) beside it, from an update or a cut-off save</source>
        <translation>
            <numerusform>%n file beside it, from an update or a cut-off save</numerusform>
            <numerusform>%n files beside it, from an update or a cut-off save</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Removing</name>
    <message numerus="yes">
        <source>The dialogue is gone: %n file(s) written over and removed.</source>
        <translation>
            <numerusform>The dialogue is gone: %n file written over and removed.</numerusform>
            <numerusform>The dialogue is gone: %n files written over and removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportHints</name>
    <message numerus="yes">
        <source>%n note(s) not grouped yet</source>
        <translation>
            <numerusform>%n note not grouped yet</numerusform>
            <numerusform>%n notes not grouped yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n insight(s) or goal(s) without a name</source>
        <translation>
            <numerusform>%n insight or goal without a name</numerusform>
            <numerusform>%n insights or goals without a name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goal(s) without advice</source>
        <translation>
            <numerusform>%n goal without advice</numerusform>
            <numerusform>%n goals without advice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of advice without votes</source>
        <translation>
            <numerusform>%n piece of advice without votes</numerusform>
            <numerusform>%n pieces of advice without votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of advice not resting on an insight</source>
        <translation>
            <numerusform>%n piece of advice not resting on an insight</numerusform>
            <numerusform>%n pieces of advice not resting on an insight</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportOptions</name>
    <message numerus="yes">
        <source>%n thing(s) to check</source>
        <translation>
            <numerusform>%n thing to check</numerusform>
            <numerusform>%n things to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to decide</source>
        <translation>
            <numerusform>%n thing to decide</numerusform>
            <numerusform>%n things to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message numerus="yes">
        <source>The report is saved: {name}, %n page(s).</source>
        <translation>
            <numerusform>The report is saved: {name}, %n page.</numerusform>
            <numerusform>The report is saved: {name}, %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomVote</name>
    <message numerus="yes">
        <source>The votes stand with %n piece(s) of advice.</source>
        <translation>
            <numerusform>The votes stand with %n piece of advice.</numerusform>
            <numerusform>The votes stand with %n pieces of advice.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>%n note(s) are safe on this laptop.</source>
        <translation>
            <numerusform>%n note is safe on this laptop.</numerusform>
            <numerusform>%n notes are safe on this laptop.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are only in the program.</source>
        <translation>
            <numerusform>%n note are only in the program.</numerusform>
            <numerusform>%n notes are only in the program.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that are not in the file yet</source>
        <translation>
            <numerusform>%n note that is not in the file yet</numerusform>
            <numerusform>%n notes that are not in the file yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>‘{title}’ is closed. %n note(s) are kept on this laptop until its file is there again.</source>
        <translation>
            <numerusform>‘{title}’ is closed. %n note is kept on this laptop until its file is there again.</numerusform>
            <numerusform>‘{title}’ is closed. %n notes are kept on this laptop until its file is there again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message numerus="yes">
        <source>%n minute(s) without a key touched</source>
        <translation>
            <numerusform>%n minute without a key touched</numerusform>
            <numerusform>%n minutes without a key touched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message numerus="yes">
        <source>%n persona(s) added.</source>
        <translation>
            <numerusform>%n persona added.</numerusform>
            <numerusform>%n personas added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persona(s) saved in {file}.</source>
        <translation>
            <numerusform>%n persona saved in {file}.</numerusform>
            <numerusform>%n personas saved in {file}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message numerus="yes">
        <source>%n dialogue(s) gone from the place where they lay…</source>
        <translation>
            <numerusform>%n dialogue gone from the place where they lay…</numerusform>
            <numerusform>%n dialogues gone from the place where they lay…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StepPage</name>
    <message numerus="yes">
        <source>%n note(s) stuck.</source>
        <translation>
            <numerusform>%n note stuck.</numerusform>
            <numerusform>%n notes stuck.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionCard</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionStrip</name>
    <message numerus="yes">
        <source>%n group(s) suggested</source>
        <translation>
            <numerusform>%n group suggested</numerusform>
            <numerusform>%n groups suggested</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SurveyImport</name>
    <message numerus="yes">
        <source>%n answer(s) added.</source>
        <translation>
            <numerusform>%n answer added.</numerusform>
            <numerusform>%n answers added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) skipped.</source>
        <translation>
            <numerusform>%n row skipped.</numerusform>
            <numerusform>%n rows skipped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayPane</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n loose note(s)</source>
        <translation>
            <numerusform>%n loose note</numerusform>
            <numerusform>%n loose notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that fit nowhere, each with a reason</source>
        <translation>
            <numerusform>%n note that fits nowhere, with the reason</numerusform>
            <numerusform>%n notes that fit nowhere, each with a reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these found</source>
        <translation>
            <numerusform>%n of these found</numerusform>
            <numerusform>%n of these found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) chosen</source>
        <translation>
            <numerusform>%n note chosen</numerusform>
            <numerusform>%n notes chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Turning</name>
    <message numerus="yes">
        <source>%n step(s) done again.</source>
        <translation>
            <numerusform>%n step done again.</numerusform>
            <numerusform>%n steps done again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) undone. Redo brings them back.</source>
        <translation>
            <numerusform>%n step undone. Redo brings them back.</numerusform>
            <numerusform>%n steps undone. Redo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message numerus="yes">
        <source>%n come(s) back</source>
        <translation>
            <numerusform>%n comes back</numerusform>
            <numerusform>%n come back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go(es)</source>
        <translation>
            <numerusform>%n goes</numerusform>
            <numerusform>%n go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n become(s) as before</source>
        <translation>
            <numerusform>%n becomes as before</numerusform>
            <numerusform>%n become as before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other thing(s) change</source>
        <translation>
            <numerusform>%n other thing changes</numerusform>
            <numerusform>%n other things change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message numerus="yes">
        <source>{name} has been added: %n new change(s).</source>
        <translation>
            <numerusform>{name} has been added: %n new change.</numerusform>
            <numerusform>{name} has been added: %n new changes.</numerusform>
        </translation>
    </message>
</context>
</TS>
