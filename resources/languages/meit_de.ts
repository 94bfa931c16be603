<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>MEIT</name>
    <message numerus="yes">
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>%n calipers</source>
        <extracomment>one: 1 caliper</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>%n changes from the draft</source>
        <extracomment>one: 1 change from the draft</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>%n contradicted to resolve</source>
        <extracomment>one: %n contradicted to resolve</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/flows/watching.py"/>
        <source>%n files in the watched folder could not be read. File, Show unreadable files says why.</source>
        <extracomment>one: A file in the watched folder could not be read. File, Show unreadable files says why.</extracomment>
        <translation>
            <numerusform>Eine Datei im überwachten Ordner konnte nicht gelesen werden. „Datei“, „Nicht lesbare Dateien anzeigen“ nennt den Grund.</numerusform>
            <numerusform>%n Dateien im überwachten Ordner konnten nicht gelesen werden. „Datei“, „Nicht lesbare Dateien anzeigen“ nennt die Gründe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>%n intervals (1–9)</source>
        <extracomment>one: 1 interval (1–9)</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>%n more below {limit}</source>
        <extracomment>one: 1 more below {limit}</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>%n notes</source>
        <extracomment>one: 1 note</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>%n reports are signed.</source>
        <extracomment>one: %n report is signed.</extracomment>
        <translation>
            <numerusform>%n Befund ist signiert.</numerusform>
            <numerusform>%n Befunde sind signiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>%n reports were left out.</source>
        <extracomment>one: %n report was left out.</extracomment>
        <translation>
            <numerusform>%n Befund wurde ausgelassen.</numerusform>
            <numerusform>%n Befunde wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/dialogs/sign.py"/>
        <source>%n sentences of the draft were not decided about and are not part of this text.</source>
        <extracomment>one: One sentence of the draft was not decided about and is not part of this text.</extracomment>
        <translation>
            <numerusform>Über einen Satz des Entwurfs wurde nicht entschieden; er gehört nicht zu diesem Text.</numerusform>
            <numerusform>Über %n Sätze des Entwurfs wurde nicht entschieden; sie gehören nicht zu diesem Text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/dialogs/import_result.py"/>
        <source>%n studies imported in {seconds} s</source>
        <extracomment>one: %n study imported in {seconds} s</extracomment>
        <translation>
            <numerusform>%n EKG in {seconds} s importiert</numerusform>
            <numerusform>%n EKGs in {seconds} s importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/flows/importing.py"/>
        <source>%n studies imported.</source>
        <extracomment>one: %n study imported.</extracomment>
        <translation>
            <numerusform>%n EKG importiert.</numerusform>
            <numerusform>%n EKGs importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>%n to decide</source>
        <extracomment>one: %n to decide</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/dialogs/quarantine.py"/>
        <source>%n unreadable files</source>
        <extracomment>one: %n unreadable file</extracomment>
        <translation>
            <numerusform>%n nicht lesbare Datei</numerusform>
            <numerusform>%n nicht lesbare Dateien</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/screen_scale.py"/>
        <source>1 mm is {pixels} pixels, as calibrated for this screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/screen_scale.py"/>
        <source>1 mm is {pixels} pixels, assuming {dots} dots per inch: this screen doesn't report its size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/screen_scale.py"/>
        <source>1 mm is {pixels} pixels, from the size that this screen reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/calibration.py"/>
        <source>1 mm is {pixels} pixels.</source>
        <translation>1 mm sind {pixels} Bildpunkte.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/calibration.py"/>
        <source>1 mm is {pixels} pixels. No screen has such pixels: drag the edge to the size of the card.</source>
        <translation>1 mm sind {pixels} Bildpunkte. Solche Bildpunkte hat kein Bildschirm: Ziehen Sie den Rand auf die Größe der Karte.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/calibration.py"/>
        <source>1 mm is {pixels} pixels; {percent} % against what the screen reports.</source>
        <translation>1 mm sind {pixels} Bildpunkte; {percent} % gegenüber der Angabe des Bildschirms.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>1 study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/ecg_view.py"/>
        <source>12-lead ECG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_edits.py"/>
        <source>A QT caliper spans one interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/question.py"/>
        <source>A fault in the program</source>
        <translation>Ein Fehler im Programm</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/tasks/lane.py"/>
        <source>A fault in the program stopped this.</source>
        <translation>Ein Fehler im Programm hat das abgebrochen.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>A fifth of the patients is held out for ever: the new pack is compared with the present one on their reports, and never trained on them. Reading goes on meanwhile.</source>
        <translation>Ein Fünftel der Patienten bleibt für immer Testgruppe: An ihren Befunden wird das neue Paket mit dem jetzigen verglichen, gelernt werden sie nie. Sie können währenddessen weiter befunden.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/reading_desk.py"/>
        <source>AI draft, not a medical device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>AI draft: not a medical device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/about.py"/>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>About MEIT Desktop</source>
        <translation>Über MEIT Desktop</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>About the recording: {notes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_decisions.py"/>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/widgets/report_decisions.py"/>
        <source>Accept %n supported</source>
        <extracomment>one: Accept %n supported</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Accept all that is supported</source>
        <translation>Alles Gestützte übernehmen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Accept the sentence</source>
        <translation>Satz übernehmen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_add.py"/>
        <source>Acronyms such as lafb expand while you type; ↓ walks through the suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/statement_library.py"/>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_add.py"/>
        <source>Add a statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/amend.py"/>
        <source>Add an addendum</source>
        <translation>Nachtrag schreiben</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Add an addendum…</source>
        <translation>Nachtrag schreiben…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>Added by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/amend.py"/>
        <source>Addendum</source>
        <translation>Nachtrag</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>Addendum {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Admin</source>
        <comment>menu</comment>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>All commands have their own keys again.</source>
        <translation>Alle Befehle haben wieder ihre eigenen Tasten.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>All decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/keys_sheet.py"/>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>All leads are usable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>All read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/reading.py"/>
        <source>All read: no unread study is left.</source>
        <translation>Alles befundet: kein unbefundetes EKG mehr.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>All signed reports</source>
        <translation>Alle signierten Befunde</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_add.py"/>
        <source>All statements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_add.py"/>
        <source>All statements (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>All statements, while adding one</source>
        <translation>Alle Textbausteine, beim Hinzufügen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Alt  or  Ctrl</source>
        <translation>Alt  oder  Strg</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Alt+↓  Alt+↑</source>
        <translation>Alt+↓  Alt+↑</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_actions.py"/>
        <source>Amend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_look.py"/>
        <source>Amended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>Amplitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/importing.py"/>
        <source>An import is running. Wait for it or stop it, then import these files.</source>
        <translation>Ein Import läuft. Warten Sie ihn ab oder halten Sie ihn an; importieren Sie dann diese Dateien.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/drafting.py"/>
        <source>Another draft is being written. It takes a moment; then press {key}.</source>
        <translation>Ein anderer Entwurf wird gerade geschrieben. Es dauert einen Moment; drücken Sie dann {key}.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Another earlier ECG (Page Up: earlier, Page Down: later)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Any day</source>
        <translation>Jeder Tag</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/language.py"/>
        <source>As the system: {language}</source>
        <translation>Wie das System: {language}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/marking.py"/>
        <source>Averaging the beats…</source>
        <translation>Schläge werden gemittelt…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>Axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Back to reading (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Back to the computed marks</source>
        <translation>Zurück zu den berechneten Marken</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>Back to the marks that the program has computed; can be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>Back to the whole sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/size_outline.py"/>
        <source>Bank card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>Before signing, edit (E), reject (X) or knowingly keep (Shift+Enter) what is contradicted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/search_field.py"/>
        <source>Beginnings of words from name, number, file or report. Escape clears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Below 60 or above 100/min, as flagged beside the tracing</source>
        <translation>Unter 60 oder über 100/min, wie neben den Kurven gekennzeichnet</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Between two days</source>
        <translation>Zwischen zwei Tagen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Both median beats over each other, R on R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Both reports state the same findings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>By patient name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/calibration.py"/>
        <source>Calibrate this screen</source>
        <translation>Diesen Bildschirm kalibrieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Calibrate this screen…</source>
        <translation>Diesen Bildschirm kalibrieren…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/calibrating.py"/>
        <source>Calibrated: {screen}. True size is now as measured.</source>
        <translation>Kalibriert: {screen}. Die Originalgröße ist jetzt wie gemessen.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/calibrating.py"/>
        <source>Calibration removed: {screen}. True size is as the screen reports.</source>
        <translation>Kalibrierung entfernt: {screen}. Die Originalgröße folgt der Angabe des Bildschirms.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Calipers</source>
        <translation>Messzirkel</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_words.py"/>
        <source>Calipers (unfiltered recording)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/calibration.py"/>
        <location filename="../../meit_desktop/dialogs/language.py"/>
        <location filename="../../meit_desktop/dialogs/signing_dialog.py"/>
        <location filename="../../meit_desktop/dialogs/watched_folder.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Change filter: none, 0.05–150, 0.67–150 or 0.67–40 Hz</source>
        <translation>Filter ändern: aus, 0.05–150, 0.67–150 oder 0.67–40 Hz</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Change gain: 5, 10 or 20 mm/mV</source>
        <translation>Verstärkung ändern: 5, 10 oder 20 mm/mV</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/keys_sheet.py"/>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Change keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Change layout</source>
        <translation>Anordnung ändern</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Change mains notch: none, 50 or 60 Hz</source>
        <translation>Netzfilter ändern: aus, 50 oder 60 Hz</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Change speed: 25 or 50 mm/s</source>
        <translation>Vorschub ändern: 25 oder 50 mm/s</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Change the caliper again</source>
        <translation>Änderung am Messzirkel wiederholen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/printing.py"/>
        <source>Check the printer, or save a PDF with P instead.</source>
        <translation>Prüfen Sie den Drucker, oder speichern Sie stattdessen mit P ein PDF.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>Choose a command, then press its new key.</source>
        <translation>Wählen Sie einen Befehl und drücken Sie dann seine neue Taste.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Choose a saved filter</source>
        <translation>Gespeicherten Filter wählen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/desk.py"/>
        <source>Choose a study</source>
        <translation>EKG auswählen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_panel.py"/>
        <source>Choose a study in the worklist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_prior.py"/>
        <source>Choose a study to read its report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <location filename="../../meit_desktop/dialogs/watched_folder.py"/>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/question.py"/>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <location filename="../../meit_desktop/dialogs/sheet.py"/>
        <location filename="../../meit_desktop/dialogs/statement_library.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Compare with a prior ECG</source>
        <translation>Mit einem Vor-EKG vergleichen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>Compare with an earlier ECG of this patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Comparing the scores</source>
        <translation>Werte werden verglichen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Comparison of the two packs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_page.py"/>
        <source>Comparison with a prior ECG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>Computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_look.py"/>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>Contradicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>Copy all readings as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Copy the measurements as text</source>
        <translation>Messwerte als Text kopieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Copy the readings</source>
        <translation>Messergebnisse kopieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Copy the readings as text</source>
        <translation>Messergebnisse als Text kopieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Copy the tracing</source>
        <translation>Kurven kopieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/measuring.py"/>
        <location filename="../../meit_desktop/widgets/report_saving.py"/>
        <source>Could not save</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_notices.py"/>
        <source>Could not save: {reason} Your text stays on the screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/first_admin.py"/>
        <source>Create and sign in</source>
        <translation>Anlegen und anmelden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_decisions.py"/>
        <source>Ctrl ↵</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Ctrl+Z</source>
        <translation>Strg+Z</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Ctrl+Z  Ctrl+Shift+Z</source>
        <translation>Strg+Z  Strg+Umschalt+Z</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/superimposed_beats.py"/>
        <source>Dashed: {prior}. Solid: {now}. R peak on R peak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Days, signal, rate, QTc, draft, order, saved filters  (Ctrl+Shift+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Delete the chosen caliper</source>
        <translation>Gewählten Messzirkel löschen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Delete the chosen one</source>
        <translation>Den gewählten löschen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/main_window.py"/>
        <source>Demo workspace: all patients and recordings are simulated. Signed in by itself as {name}.</source>
        <translation>Demo-Arbeitsbereich: Alle Patienten und Aufzeichnungen sind simuliert. Automatisch angemeldet: {name}.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign_form.py"/>
        <source>Demo workspace: the password is “{password}”.</source>
        <translation>Demo-Arbeitsbereich: Das Passwort lautet „{password}“.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>Do again what was undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_actions.py"/>
        <source>Draft</source>
        <comment>verb</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_notices.py"/>
        <source>Draft again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Draft the report</source>
        <translation>Befund entwerfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>Draft: “{sentence}” ({verdict}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_look.py"/>
        <source>Drafted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_panel.py"/>
        <source>Drafting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Drafting the public hold-out with the new pack</source>
        <translation>Öffentliche Testgruppe wird mit dem neuen Paket entworfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Drafting the public hold-out with the pack in use</source>
        <translation>Öffentliche Testgruppe wird mit dem benutzten Paket entworfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Drafting your held-out patients with the new pack</source>
        <translation>Ihre Testpatienten werden mit dem neuen Paket entworfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Drafting your held-out patients with the pack in use</source>
        <translation>Ihre Testpatienten werden mit dem benutzten Paket entworfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>Drafting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>Drafts come from a language model. A physician reads, corrects and signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_page.py"/>
        <source>Drag a mark, or Tab to choose it and ← → to move it by a sample, with Shift by ten. Delete: no such wave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>Drag sideways for time, up or down for amplitude. Alt or Ctrl: no snapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/desk.py"/>
        <source>Drop ECG files or folders anywhere in this window.</source>
        <translation>Legen Sie EKG-Dateien oder Ordner irgendwo in diesem Fenster ab.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/widgets/drop_veil.py"/>
        <source>Drop to import %n files and folders</source>
        <extracomment>one: Drop to import 1 file or folder</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_prior.py"/>
        <source>Earlier studies, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_decisions.py"/>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Edit the sentence</source>
        <translation>Satz ändern</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_sentence.py"/>
        <source>Edit the sentence; Enter keeps, Escape discards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>Edited by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/quarantine.py"/>
        <source>Every file so far could be read.</source>
        <translation>Bisher konnte jede Datei gelesen werden.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_delegate.py"/>
        <source>F</source>
        <comment>sex</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/quarantine.py"/>
        <source>File</source>
        <comment>column</comment>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>File</source>
        <comment>menu</comment>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Filter the worklist</source>
        <translation>Arbeitsliste filtern</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Filter the worklist…</source>
        <translation>Arbeitsliste filtern…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>Filter: {filter}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <location filename="../../meit_desktop/widgets/report_details.py"/>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>Findings and their probabilities appear with the draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Findings that only one of the two texts states.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_details.py"/>
        <source>Findings, priors, log and rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>First study of the list</source>
        <translation>Erstes EKG der Liste</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/watched_folder.py"/>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Folder of PTB-XL</source>
        <translation>Ordner von PTB-XL</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/watched_folder.py"/>
        <source>Folder to watch</source>
        <translation>Zu überwachender Ordner</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/drop_veil.py"/>
        <source>Folders are taken with everything in them. The files stay where they are, unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Follow the system's theme</source>
        <translation>Farben wie im System</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>For the eye only: measurements, drafts and the readout use the raw recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Framingham, below 390 ms or above 450 (men) or 460 ms (women), as flagged beside the tracing</source>
        <translation>Framingham, unter 390 ms oder über 450 (Männer) oder 460 ms (Frauen), wie neben den Kurven gekennzeichnet</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/about.py"/>
        <source>Free software under the Apache License 2.0.</source>
        <translation>Freie Software unter der Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/printing.py"/>
        <source>From now on the tracing is printed, saved and copied with name.</source>
        <translation>Kurven werden ab jetzt mit Namen gedruckt, gespeichert und kopiert.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/printing.py"/>
        <source>From now on the tracing is printed, saved and copied without name and ID, until you change it or close the program.</source>
        <translation>Kurven werden ab jetzt ohne Namen und ID gedruckt, gespeichert und kopiert, bis Sie es ändern oder das Programm beenden.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>Gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Go back to the pack before</source>
        <translation>Zurück zum vorigen Paket</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Go on with the interrupted run</source>
        <translation>Unterbrochenes Training fortsetzen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>HR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Heart rate outside limits</source>
        <translation>Herzfrequenz außerhalb der Grenzen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Help</source>
        <comment>menu</comment>
        <translation>Hilfe</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/calibration.py"/>
        <source>Hold a bank card flat against the screen, its upper left corner on that of the outline. Drag the right edge until the outline is as large as the card.</source>
        <translation>Halten Sie eine Bankkarte flach an den Bildschirm, die linke obere Ecke auf der des Umrisses. Ziehen Sie den rechten Rand, bis der Umriss so groß ist wie die Karte.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/calibration.py"/>
        <source>Hold a ruler against the screen, its zero on the first line. Drag the right edge until the last line is at 100 mm.</source>
        <translation>Halten Sie ein Lineal an den Bildschirm, die Null auf der ersten Linie. Ziehen Sie den rechten Rand, bis die letzte Linie bei 100 mm steht.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>How many intervals it spans (1 to 9, + and −)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>I am the author of this report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>I approve this report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>I have reviewed this report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/importing.py"/>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/importing.py"/>
        <source>Import ECG files</source>
        <translation>EKG-Dateien importieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/importing.py"/>
        <source>Import a folder with everything in it</source>
        <translation>Einen Ordner mit allem darin importieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/desk.py"/>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Import files…</source>
        <translation>Dateien importieren…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/import_result.py"/>
        <source>Import finished</source>
        <translation>Import beendet</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Import folder…</source>
        <translation>Ordner importieren…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/recent.py"/>
        <source>Import from recent folder</source>
        <translation>Aus zuletzt benutztem Ordner importieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/watched_folder.py"/>
        <source>Import new recordings from this folder</source>
        <translation>Neue Aufzeichnungen aus diesem Ordner importieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/importing.py"/>
        <source>Import stopped. Studies imported until then are kept.</source>
        <translation>Import angehalten. Bis dahin importierte EKGs bleiben erhalten.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/importing.py"/>
        <source>Importing…</source>
        <translation>Wird importiert…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/keys_sheet.py"/>
        <source>In the report</source>
        <translation>Im Befund</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_notices.py"/>
        <source>Incomplete draft: the model was stopped or reached its length limit. Check what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>It is better in some scores and worse in none.</source>
        <translation>In einigen Werten ist es besser, in keinem schlechter.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>It is worse than the pack in use, beyond chance.</source>
        <translation>Es ist schlechter als das benutzte Paket, mehr als durch Zufall.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Keep a contradicted sentence</source>
        <translation>Satz trotz Widerspruch behalten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_decisions.py"/>
        <source>Keep anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>Kept against the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_key_button.py"/>
        <source>Key {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/language.py"/>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Language (Sprache)…</source>
        <translation>Sprache (Language)…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/watched_folder.py"/>
        <source>Last decided by {decided_by}. Every change is in the audit log.</source>
        <translation>Zuletzt entschieden: {decided_by}. Jede Änderung steht im Prüfprotokoll.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Last study of the list so far</source>
        <translation>Letztes bisher geladenes EKG der Liste</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/quarantine.py"/>
        <source>Last tried</source>
        <translation>Zuletzt versucht</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_words.py"/>
        <source>Lead {lead} at {time} s: {reading}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/question.py"/>
        <location filename="../../meit_desktop/flows/measuring.py"/>
        <source>Leave without saving</source>
        <translation>Ohne Speichern verlassen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_panel.py"/>
        <source>Let the model draft one, or write your own below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Lock the screen</source>
        <translation>Bildschirm sperren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>Locked, SHA-256 {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_details.py"/>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>Log of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/first_admin.py"/>
        <source>Look at the demo first</source>
        <translation>Erst die Demo ansehen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/loss_curves.py"/>
        <source>Losses while training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Lower is better. The hold-outs are looked at after every epoch and never trained on.</source>
        <translation>Niedriger ist besser. Die Testgruppen werden nach jeder Epoche geprüft und nie gelernt.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_delegate.py"/>
        <source>M</source>
        <comment>sex</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>Made by the program's ECG simulator; not a patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>March out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>March the interval out</source>
        <translation>Intervall fortsetzen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Mark as QT</source>
        <translation>Als QT kennzeichnen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>Mark as QT: QTc by four formulas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Mark as RR</source>
        <translation>Als RR kennzeichnen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>Mark as RR: its rate corrects QT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/filtering.py"/>
        <source>Marked routine. Press {key} to take it back.</source>
        <translation>Als Routine gekennzeichnet. {key} nimmt es zurück.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/filtering.py"/>
        <source>Marked urgent: it stands first in the list. Press {key} to take it back.</source>
        <translation>Als dringend gekennzeichnet: steht oben in der Liste. {key} nimmt es zurück.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_figures.py"/>
        <source>Mean cycle {rr_ms} ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Measure</source>
        <comment>menu</comment>
        <translation>Messen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>Measured by MEIT on the median beat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>Measured by the recording device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/printing.py"/>
        <source>Measurements copied, without name.</source>
        <translation>Messwerte kopiert, ohne Namen.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/printing.py"/>
        <source>Measurements copied.</source>
        <translation>Messwerte kopiert.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_view.py"/>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>Median beat</source>
        <translation>Medianschlag</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>Median beat: set onsets and ends by hand ({key})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Median beats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/superimposed_beats.py"/>
        <source>Median beats, one over the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Mine: reports I have begun</source>
        <translation>Meine: von mir begonnene Befunde</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Model draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/about.py"/>
        <source>Model: {pack} ({hash}) on {device}</source>
        <translation>Modell: {pack} ({hash}) auf {device}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Move a level by 0.01 mV, by 0.1</source>
        <translation>Linie um 0.01 mV, um 0.1</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Move by one sample, by ten</source>
        <translation>Um einen Abtastwert, um zehn</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Move the mark again</source>
        <translation>Verschiebung der Marke wiederholen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Move the sentence</source>
        <translation>Satz verschieben</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/first_admin.py"/>
        <source>Name as printed under reports</source>
        <translation>Name, wie er unter Befunden steht</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Name for this filter</source>
        <translation>Name für diesen Filter</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/worklist_model.py"/>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>Name not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>New amplitude caliper</source>
        <translation>Neuer Messzirkel für Amplitude</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>New amplitude caliper on an R wave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/watching.py"/>
        <source>New recordings are imported by themselves; the files stay unchanged.</source>
        <translation>Neue Aufzeichnungen werden automatisch importiert; die Dateien bleiben unverändert.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>New time caliper</source>
        <translation>Neuer Messzirkel für Zeit</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>New time caliper over a cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Next or previous leg or caliper</source>
        <translation>Nächster oder voriger Schenkel oder Zirkel</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Next or previous mark</source>
        <translation>Nächste oder vorige Marke</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Next or previous sentence</source>
        <translation>Nächster oder voriger Satz</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Next study</source>
        <translation>Nächstes EKG</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Next unread study</source>
        <translation>Nächstes unbefundetes EKG</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_prior.py"/>
        <source>No earlier ECG of this patient in this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/watching.py"/>
        <source>No folder is watched now.</source>
        <translation>Jetzt wird kein Ordner überwacht.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/about.py"/>
        <source>No model is loaded.</source>
        <translation>Kein Modell geladen.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>No model: reports are written by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/plots/caliper_desk.py"/>
        <source>No more than %n calipers on one recording.</source>
        <extracomment>one: No more than %n caliper on one recording.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>No prior ECG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_prior.py"/>
        <source>No report was written for this study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_panel.py"/>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>No report yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>No score has clearly changed.</source>
        <translation>Kein Wert hat sich deutlich verändert.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>No snapping, while dragging</source>
        <translation>Ohne Einrasten, beim Ziehen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/statement_library.py"/>
        <source>No statement has these words: write your own in the report.</source>
        <translation>Kein Textbaustein enthält diese Wörter: Schreiben Sie Ihren eigenen Satz in den Befund.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>No studies yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>No study has this status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>No study here matches the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_panel.py"/>
        <source>No study open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>No study passes this filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>No unread study is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Nobody has written a report about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_panel.py"/>
        <source>Nobody has written a report for this study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>None here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>None saved yet</source>
        <translation>Noch keiner gespeichert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/about.py"/>
        <source>Not a medical device. A draft is a suggestion: a physician reads the tracing, corrects the text and signs.</source>
        <translation>Kein Medizinprodukt. Ein Entwurf ist ein Vorschlag: Eine Ärztin oder ein Arzt beurteilt die Kurven, korrigiert den Text und signiert.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>Not found; add it where you see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>Not measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_figures.py"/>
        <source>Not measured: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/measuring.py"/>
        <location filename="../../meit_desktop/widgets/report_saving.py"/>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Not understood and not compared: {sentences}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/drop_veil.py"/>
        <source>Nothing can be imported now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>Nothing has been drafted or written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/tasks/lane.py"/>
        <source>Nothing saved is lost. Try again.</source>
        <translation>Nichts Gespeichertes ist verloren. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>Nothing to compare: no earlier ECG of this patient in this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/desk.py"/>
        <source>Nothing to read yet</source>
        <translation>Noch nichts zu befunden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/compared_sheets.py"/>
        <location filename="../../meit_desktop/widgets/compare_page.py"/>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Number of intervals</source>
        <translation>Anzahl der Intervalle</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/keys_sheet.py"/>
        <source>On the median beat</source>
        <translation>Im Medianschlag</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/measuring.py"/>
        <source>On this screen only, not saved: read-only workspace.</source>
        <translation>Nur auf dem Bildschirm, nicht gespeichert: Arbeitsbereich schreibgeschützt.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/measuring.py"/>
        <source>On this screen only, not saved: the report is signed.</source>
        <translation>Nur auf dem Bildschirm, nicht gespeichert: Der Befund ist signiert.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/measuring.py"/>
        <source>On this screen only, not saved: you are signed in to rate.</source>
        <translation>Nur auf dem Bildschirm, nicht gespeichert: Sie sind zum Bewerten angemeldet.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>One interval more</source>
        <translation>Ein Intervall mehr</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>One lead over the whole sheet</source>
        <translation>Eine Ableitung groß</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/opening.py"/>
        <source>One moment.</source>
        <translation>Einen Moment.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Only before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Only now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Only studies marked urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Only studies whose report you have begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/signing.py"/>
        <source>Open</source>
        <comment>file</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/opening.py"/>
        <location filename="../../meit_desktop/flows/recent.py"/>
        <source>Open a workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/opening.py"/>
        <source>Open another workspace…</source>
        <translation>Anderen Arbeitsbereich öffnen…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/recent.py"/>
        <source>Open recent workspace</source>
        <translation>Zuletzt benutzten Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/opening.py"/>
        <source>Open the demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>Open the newest of %n earlier studies.</source>
        <extracomment>one: Open the prior study.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Open workspace…</source>
        <translation>Arbeitsbereich öffnen…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/opening.py"/>
        <source>Opening the demo workspace</source>
        <translation>Demo-Arbeitsbereich wird geöffnet</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/comparing.py"/>
        <source>Opening the prior ECG…</source>
        <translation>Vor-EKG wird geöffnet…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/reading.py"/>
        <source>Opening the study…</source>
        <translation>EKG wird geöffnet…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/desk.py"/>
        <source>Opening the worklist</source>
        <translation>Arbeitsliste wird geöffnet</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/opening.py"/>
        <source>Opening the workspace</source>
        <translation>Arbeitsbereich wird geöffnet</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/size_outline.py"/>
        <source>Outline: {thing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_figures.py"/>
        <source>P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_figures.py"/>
        <source>P axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_marks.py"/>
        <source>P off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_marks.py"/>
        <source>P on</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/flows/signing.py"/>
        <source>PDF written: {name}, %n pages.</source>
        <extracomment>one: PDF written: {name}, %n page.</extracomment>
        <translation>
            <numerusform>PDF geschrieben: {name}, %n Seite.</numerusform>
            <numerusform>PDF geschrieben: {name}, %n Seiten.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/printing.py"/>
        <source>PNG picture, 300 dpi (*.png);;SVG drawing in millimetres (*.svg)</source>
        <translation>PNG-Bild, 300 dpi (*.png);;SVG-Zeichnung in Millimetern (*.svg)</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <location filename="../../meit_desktop/widgets/median_figures.py"/>
        <source>PR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>PTB-XL's folder, with ptbxl_database.csv in it</source>
        <translation>Ordner von PTB-XL, mit ptbxl_database.csv darin</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>Pack {hash}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>Paper speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/first_admin.py"/>
        <location filename="../../meit_desktop/dialogs/sign_in.py"/>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/first_admin.py"/>
        <source>Password again</source>
        <translation>Passwort wiederholen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/printing.py"/>
        <source>Picture written: {name}, without name.</source>
        <translation>Bild geschrieben: {name}, ohne Namen.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/printing.py"/>
        <source>Picture written: {name}.</source>
        <translation>Bild geschrieben: {name}.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Poor signal in a lead</source>
        <translation>Schlechtes Signal in einer Ableitung</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>Press the new key</source>
        <translation>Neue Taste drücken</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>Press the new key for “{title}”.</source>
        <translation>Drücken Sie die neue Taste für „{title}“.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/desk.py"/>
        <source>Press {following} for the next one, {unread} for the next unread one.</source>
        <translation>{following}: nächstes EKG, {unread}: nächstes unbefundetes.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Previous study</source>
        <translation>Voriges EKG</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Print and copy without name and ID</source>
        <translation>Ohne Namen und ID drucken und kopieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/printing.py"/>
        <source>Print the tracing</source>
        <translation>Kurven drucken</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/printing.py"/>
        <source>Print the tracing without name</source>
        <translation>Kurven ohne Namen drucken</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Print the tracing…</source>
        <translation>Kurven drucken…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/compared_sheets.py"/>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <location filename="../../meit_desktop/widgets/compare_page.py"/>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <location filename="../../meit_desktop/widgets/report_details.py"/>
        <source>Prior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Prior above, now below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Prior on the left, now on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Prior to compare with, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>Prior: {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/work_strip.py"/>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Promote the new pack</source>
        <translation>Neues Paket einsetzen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Public data</source>
        <translation>Öffentliche Daten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Public hold-out, asked for as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Public hold-out, asked for in your way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/banner.py"/>
        <source>Put this message away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_figures.py"/>
        <source>QRS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_figures.py"/>
        <source>QRS axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_marks.py"/>
        <source>QRS off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_marks.py"/>
        <source>QRS on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_figures.py"/>
        <source>QT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_figures.py"/>
        <source>QTc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_figures.py"/>
        <source>QTc at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>QTc outside limits</source>
        <translation>QTc außerhalb der Grenzen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/superimposed_beats.py"/>
        <source>R on R, not filtered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Rare statements (macro F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_details.py"/>
        <source>Rate</source>
        <comment>verb</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <location filename="../../meit_desktop/widgets/report_details.py"/>
        <source>Rate the draft</source>
        <translation>Entwurf bewerten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/session.py"/>
        <source>Read-only workspace: this report can be read and printed, not changed.</source>
        <translation>Arbeitsbereich schreibgeschützt: Dieser Befund kann gelesen und gedruckt, aber nicht geändert werden.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/main_window.py"/>
        <source>Read-only. {reason}</source>
        <translation>Schreibgeschützt. {reason}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Reading recordings</source>
        <translation>Aufzeichnungen werden gelesen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/about.py"/>
        <source>Reads 12-lead ECGs with a language model that runs on this computer. Nothing leaves it.</source>
        <translation>Befundet 12-Kanal-EKGs mit einem Sprachmodell, das auf diesem Rechner läuft. Nichts verlässt ihn.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/quarantine.py"/>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/worklist_model.py"/>
        <source>Recorded {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/watched_folder.py"/>
        <source>Recordings that come into this folder, or into folders in it, are imported by themselves while somebody is signed in. A file is taken once it has stopped growing, a WFDB header once its signal file is there. The files stay where they are, unchanged; what can't be read is listed under File, Show unreadable files.</source>
        <translation>Aufzeichnungen, die in diesem Ordner oder seinen Unterordnern ankommen, werden automatisch importiert, solange jemand angemeldet ist. Eine Datei wird gelesen, sobald sie nicht mehr wächst, ein WFDB-Header, sobald seine Signaldatei da ist. Die Dateien bleiben unverändert, wo sie sind; nicht lesbare stehen unter „Datei“, „Nicht lesbare Dateien anzeigen“.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_decisions.py"/>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Reject the sentence</source>
        <translation>Satz verwerfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>Repeat the interval over the whole strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <location filename="../../meit_desktop/widgets/report_header.py"/>
        <location filename="../../meit_desktop/widgets/report_panel.py"/>
        <source>Report</source>
        <translation>Befund</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Report</source>
        <comment>menu</comment>
        <translation>Befund</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Report of the prior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Report of the prior, not signed by anybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_header.py"/>
        <source>Report status: {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Reports</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>Reset all keys</source>
        <translation>Alle Tasten zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>Reset this key</source>
        <translation>Diese Taste zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Retrain the model</source>
        <translation>Modell nachtrainieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Retrain the model…</source>
        <translation>Modell nachtrainieren…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Retraining</source>
        <translation>Nachtrainieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/size_outline.py"/>
        <source>Ruler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_delegate.py"/>
        <source>SIM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/language.py"/>
        <location filename="../../meit_desktop/dialogs/watched_folder.py"/>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_notices.py"/>
        <source>Save again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/calibration.py"/>
        <source>Save for this screen</source>
        <translation>Für diesen Bildschirm speichern</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Save now</source>
        <translation>Jetzt speichern</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_header.py"/>
        <source>Save state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/printing.py"/>
        <source>Save the tracing</source>
        <translation>Kurven speichern</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Save the tracing as a picture…</source>
        <translation>Kurven als Bild speichern…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_saving.py"/>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/measuring.py"/>
        <source>Saved {time} by {name}</source>
        <translation>Gespeichert {time}, {name}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/measuring.py"/>
        <location filename="../../meit_desktop/widgets/report_saving.py"/>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Score, while rating</source>
        <translation>Punkte, beim Bewerten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign_in.py"/>
        <source>Screen locked</source>
        <translation>Bildschirm gesperrt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/search_field.py"/>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>Search a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/statement_library.py"/>
        <source>Search by word or acronym</source>
        <translation>Nach Wort oder Kürzel suchen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/command_palette.py"/>
        <location filename="../../meit_desktop/main_window.py"/>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Search or command</source>
        <translation>Suche oder Befehl</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/command_palette.py"/>
        <source>Search studies and commands</source>
        <translation>EKGs und Befehle suchen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/statement_library.py"/>
        <source>Search the statements</source>
        <translation>Textbausteine durchsuchen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <location filename="../../meit_desktop/widgets/search_field.py"/>
        <source>Search the worklist</source>
        <translation>Arbeitsliste durchsuchen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>Sentence {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_panel.py"/>
        <source>Sentences appear here as the model writes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_sentences.py"/>
        <source>Sentences of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>Set by hand by {reader}, {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>Set by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Shift+Enter</source>
        <translation>Umschalt+Eingabe</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Show only</source>
        <translation>Nur zeigen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Show or hide the evidence</source>
        <translation>Belege ein- oder ausblenden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>Show or hide the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>Show or hide the worklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_sentence.py"/>
        <source>Show the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_sentence.py"/>
        <source>Show the evidence (→)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Show unreadable files</source>
        <translation>Nicht lesbare Dateien anzeigen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_actions.py"/>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign.py"/>
        <source>Sign</source>
        <comment>verb</comment>
        <translation>Signieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/amend.py"/>
        <source>Sign addendum</source>
        <translation>Nachtrag signieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign_in.py"/>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/dropping.py"/>
        <source>Sign in first.</source>
        <translation>Melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign.py"/>
        <source>Sign the report</source>
        <translation>Befund signieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>Signed and locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>Signed by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign_in.py"/>
        <source>Signed in as {name}. Everything typed so far is kept.</source>
        <translation>Angemeldet: {name}. Alles bisher Geschriebene bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>Signed report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Signed report of the prior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_prior.py"/>
        <source>Signed report, {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Signed since</source>
        <translation>Signiert seit</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/amend.py"/>
        <source>Signed text</source>
        <translation>Signierter Text</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>Signed text: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>Signed, with addendum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/marking.py"/>
        <source>Signed: marks can't be changed.</source>
        <translation>Signiert: Marken sind nicht mehr änderbar.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/signing_dialog.py"/>
        <source>Signing…</source>
        <translation>Wird signiert…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Sign…</source>
        <translation>Signieren…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>Simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/worklist_model.py"/>
        <source>Simulated recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign_in.py"/>
        <source>Somebody else…</source>
        <translation>Jemand anderes…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Stacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Standard or Cabrera order</source>
        <translation>Standard- oder Cabrera-Folge</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/statement_library.py"/>
        <source>Statements</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Statements (micro F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_suggestions.py"/>
        <source>Statements of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/question.py"/>
        <location filename="../../meit_desktop/flows/measuring.py"/>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <location filename="../../meit_desktop/widgets/report_actions.py"/>
        <location filename="../../meit_desktop/widgets/work_strip.py"/>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Stop the draft</source>
        <translation>Entwurf anhalten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Stopping after this step</source>
        <translation>Hält nach diesem Schritt an</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <location filename="../../meit_desktop/widgets/work_strip.py"/>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/command_palette.py"/>
        <source>Studies and commands found</source>
        <translation>Gefundene EKGs und Befehle</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Study</source>
        <comment>menu</comment>
        <translation>EKG</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>Supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_figures.py"/>
        <source>T axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_marks.py"/>
        <source>T off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Tab  Shift+Tab</source>
        <translation>Tab  Umschalt+Tab</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Take all off</source>
        <translation>Alle aufheben</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>Take it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Take the filter off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/language.py"/>
        <source>Takes effect when MEIT Desktop starts again. Reports, PDFs and exports stay English.</source>
        <translation>Gilt ab dem nächsten Start von MEIT Desktop. Befunde, PDFs und Exporte bleiben englisch.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign.py"/>
        <source>Text to be signed</source>
        <translation>Zu signierender Text</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>That is no single key.</source>
        <translation>Das ist keine einzelne Taste.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/measuring.py"/>
        <source>The calipers could not be saved</source>
        <translation>Die Messzirkel konnten nicht gespeichert werden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/measuring.py"/>
        <source>The calipers could not be saved. {reason}</source>
        <translation>Die Messzirkel konnten nicht gespeichert werden. {reason}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_review.py"/>
        <source>The draft ended inside this sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>The draft was taken over unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/first_admin.py"/>
        <source>The first person is its administrator: reads and signs like everybody, and can add other users.</source>
        <translation>Die erste Person verwaltet ihn: Sie befundet und signiert wie alle anderen und kann weitere Benutzer anlegen.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/opening.py"/>
        <source>The first time, the simulated recordings are made.</source>
        <translation>Beim ersten Mal werden die simulierten Aufzeichnungen erzeugt.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/commands.py"/>
        <source>The language changes when MEIT Desktop starts again.</source>
        <translation>Die Sprache wechselt beim nächsten Start von MEIT Desktop.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/attending.py"/>
        <source>The model did not write this sentence.</source>
        <translation>Diesen Satz hat nicht das Modell geschrieben.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>The model is restarting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>The model is starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_header.py"/>
        <source>The model is writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/attending.py"/>
        <source>The model looked at all of it alike; attention is not proof.</source>
        <translation>Das Modell sah überall gleich hin; Aufmerksamkeit ist kein Beweis.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/retraining.py"/>
        <source>The pack in use is unchanged. Close other programs and go on with the run.</source>
        <translation>Das benutzte Paket ist unverändert. Schließen Sie andere Programme und setzen Sie das Training fort.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/printing.py"/>
        <source>The printer didn't take the tracing.</source>
        <translation>Der Drucker hat die Kurven nicht angenommen.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/measuring.py"/>
        <location filename="../../meit_desktop/flows/saving.py"/>
        <source>The program was closing.</source>
        <translation>Das Programm wurde gerade beendet.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/flows/measuring.py"/>
        <source>The readings of %n calipers copied as text.</source>
        <extracomment>one: The reading of %n caliper copied as text.</extracomment>
        <translation>
            <numerusform>Messergebnis von %n Messzirkel als Text kopiert.</numerusform>
            <numerusform>Messergebnisse von %n Messzirkeln als Text kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/question.py"/>
        <source>The report could not be saved</source>
        <translation>Der Befund konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>The report is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>The signal was not examined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/amend.py"/>
        <source>The signed text stays as it is; your addendum is printed below it.</source>
        <translation>Der signierte Text bleibt, wie er ist; Ihr Nachtrag wird darunter gedruckt.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/retraining.py"/>
        <source>The training's process ended unexpectedly, most often because memory ran out.</source>
        <translation>Das Training endete unerwartet, meist weil der Arbeitsspeicher nicht reichte.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/first_admin.py"/>
        <source>The two passwords differ.</source>
        <translation>Die beiden Passwörter sind verschieden.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/opening.py"/>
        <source>The workspace did not open</source>
        <translation>Der Arbeitsbereich ließ sich nicht öffnen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/dropping.py"/>
        <source>The workspace is read-only. {reason}</source>
        <translation>Der Arbeitsbereich ist schreibgeschützt. {reason}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>There is no such wave</source>
        <translation>Diese Welle gibt es nicht</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>There is no text to sign. Accept or add at least one statement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/signing.py"/>
        <source>There is no text to sign. Accept or write a statement first.</source>
        <translation>Es gibt keinen Text zu signieren. Übernehmen oder schreiben Sie zuerst einen Satz.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/quarantine.py"/>
        <source>They stay where they are, unchanged. Mend or export them again, then import them.</source>
        <translation>Sie bleiben unverändert, wo sie sind. Reparieren oder exportieren Sie sie neu und importieren Sie sie dann.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/reading.py"/>
        <source>This is the first study of the list.</source>
        <translation>Das ist das erste EKG der Liste.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/reading.py"/>
        <source>This is the last study of the list.</source>
        <translation>Das ist das letzte EKG der Liste.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_panel.py"/>
        <source>This report can be read here, not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Today's report is still empty: there is nothing to compare yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/printing.py"/>
        <source>Tracing copied, without name.</source>
        <translation>Kurven kopiert, ohne Namen.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/printing.py"/>
        <source>Tracing copied.</source>
        <translation>Kurven kopiert.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/printing.py"/>
        <source>Tracing sent to the printer, without name.</source>
        <translation>Kurven an den Drucker gesendet, ohne Namen.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/printing.py"/>
        <source>Tracing sent to the printer.</source>
        <translation>Kurven an den Drucker gesendet.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Train without public data</source>
        <translation>Ohne öffentliche Daten trainieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Training, epoch {epoch} of {epochs} done</source>
        <translation>Training, Epoche {epoch} von {epochs} fertig</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Training, step {step} of {steps}</source>
        <translation>Training, Schritt {step} von {steps}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>True millimetres or fit to window</source>
        <translation>Originalgröße oder Fenstergröße</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>True size or fitted to the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/opening.py"/>
        <location filename="../../meit_desktop/dialogs/question.py"/>
        <location filename="../../meit_desktop/flows/measuring.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/first_admin.py"/>
        <source>Type both again.</source>
        <translation>Geben Sie beide noch einmal ein.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>Unchecked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_look.py"/>
        <source>Unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_prior.py"/>
        <source>Unconfirmed report: nobody has signed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Undo the last change of a caliper</source>
        <translation>Letzte Änderung am Messzirkel rückgängig</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>Undo the last change of a mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Undo the last decision</source>
        <translation>Letzte Entscheidung rückgängig</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Undo the last move of a mark</source>
        <translation>Letzte Verschiebung einer Marke rückgängig</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Undo, redo</source>
        <translation>Rückgängig, wiederholen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign_in.py"/>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_look.py"/>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/quarantine.py"/>
        <source>Unreadable files</source>
        <translation>Nicht lesbare Dateien</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/import_result.py"/>
        <source>Unreadable files were left unchanged. They stay listed under File, Show unreadable files.</source>
        <translation>Nicht lesbare Dateien blieben unverändert. Sie stehen unter „Datei“, „Nicht lesbare Dateien anzeigen“.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>Unsupported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <location filename="../../meit_desktop/widgets/worklist_delegate.py"/>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Urgent only</source>
        <translation>Nur dringende</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Urgent or routine</source>
        <translation>Dringend oder Routine</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/calibration.py"/>
        <source>Use what the screen reports</source>
        <translation>Angabe des Bildschirms verwenden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/first_admin.py"/>
        <location filename="../../meit_desktop/dialogs/sign_in.py"/>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign_in.py"/>
        <source>User name and password are both needed.</source>
        <translation>Benutzername und Passwort sind beide nötig.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>View</source>
        <comment>menu</comment>
        <translation>Ansicht</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>Waiting for the model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/watched_folder.py"/>
        <source>Watch a folder</source>
        <translation>Ordner überwachen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Watch a folder…</source>
        <translation>Ordner überwachen…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/watching.py"/>
        <source>Watching {name}</source>
        <translation>Überwacht: {name}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/watching.py"/>
        <source>Watching {name}: new recordings are imported.</source>
        <translation>Überwacht: {name}. Neue Aufzeichnungen werden importiert.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/first_admin.py"/>
        <source>Welcome. Who runs this workspace?</source>
        <translation>Willkommen. Wer verwaltet diesen Arbeitsbereich?</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/amend.py"/>
        <source>What is to be added or corrected</source>
        <translation>Was zu ergänzen oder zu berichtigen ist</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/quarantine.py"/>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/question.py"/>
        <source>What was saved is safe; go on working. If it happens again, report fault {reference}. Details: {log}</source>
        <translation>Alles Gespeicherte ist sicher; arbeiten Sie weiter. Wenn es wieder vorkommt, melden Sie den Fehler {reference}. Einzelheiten: {log}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Where the model looked</source>
        <translation>Wohin das Modell sah</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/attending.py"/>
        <source>Where the model looked is known only right after it has drafted.</source>
        <translation>Wohin das Modell sah, ist nur unmittelbar nach dem Entwurf bekannt.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/attending.py"/>
        <source>Where the model looked; attention is not proof.</source>
        <translation>Wohin das Modell sah; Aufmerksamkeit ist kein Beweis.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>Whole sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Why it shall draft nevertheless; goes into the audit log</source>
        <translation>Warum es trotzdem entwerfen soll; steht dann im Prüfprotokoll</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>With a draft</source>
        <translation>Mit Entwurf</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/keys_sheet.py"/>
        <source>With calipers on</source>
        <translation>Mit Messzirkeln</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>With or without</source>
        <translation>Mit oder ohne</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Without a draft</source>
        <translation>Ohne Entwurf</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Without public data the model forgets what your reports don't show it again.</source>
        <translation>Ohne öffentliche Daten vergisst das Modell, was in Ihren Befunden nicht wieder vorkommt.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Wording (BLEU-4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Wording (ROUGE-L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>Worklist</source>
        <translation>Arbeitsliste</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/signing.py"/>
        <location filename="../../meit_desktop/widgets/report_actions.py"/>
        <source>Write PDF</source>
        <translation>PDF schreiben</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Write PDF…</source>
        <translation>PDF schreiben…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/dropping.py"/>
        <source>You are signed in to rate; a reader imports recordings.</source>
        <translation>Sie sind zum Bewerten angemeldet; Aufzeichnungen importieren Befunder.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/session.py"/>
        <source>You are signed in to rate; a reader writes and signs reports.</source>
        <translation>Sie sind zum Bewerten angemeldet; Befunde schreiben und signieren Befunder.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign.py"/>
        <source>You sign exactly this text. It can't be changed afterwards, only added to.</source>
        <translation>Sie signieren genau diesen Text. Danach kann er nur noch ergänzt, nicht geändert werden.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Your held-out patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign_in.py"/>
        <source>Your name goes under what you sign.</source>
        <translation>Ihr Name steht unter allem, was Sie signieren.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign_form.py"/>
        <source>Your password again</source>
        <translation>Ihr Passwort noch einmal</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_words.py"/>
        <source>about true size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>accepts a sentence</source>
        <translation>übernimmt einen Satz</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>accepts all that is supported</source>
        <translation>übernimmt alles Gestützte</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>adds a statement</source>
        <translation>fügt einen Textbaustein hinzu</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_words.py"/>
        <source>at {rate}/min, RR caliper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_words.py"/>
        <source>at {rate}/min, measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>authorship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>below the threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/calibration.py"/>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_marks.py"/>
        <source>chosen: {mark}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/lead_state.py"/>
        <source>clipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>contradicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>copies text</source>
        <translation>kopiert Text</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>could not save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_edits.py"/>
        <source>count intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>cuts text</source>
        <translation>schneidet Text aus</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/study_date.py"/>
        <source>date unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_edits.py"/>
        <source>delete a caliper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>deletes text</source>
        <translation>löscht Text</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/lead_state.py"/>
        <source>derived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>draft {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>edits a sentence</source>
        <translation>ändert einen Satz</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>extreme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_words.py"/>
        <source>fitted {factor}×, not true mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/lead_state.py"/>
        <source>flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>goes back</source>
        <translation>geht zurück</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/lead_state.py"/>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>keeps a contradicted sentence</source>
        <translation>behält einen Satz trotz Widerspruch</translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>last %n days</source>
        <extracomment>one: today</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>lists all statements</source>
        <translation>zeigt alle Textbausteine</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/loss_curves.py"/>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>magnifies the tracing</source>
        <translation>vergrößert die Kurven</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>makes the tracing smaller</source>
        <translation>verkleinert die Kurven</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_edits.py"/>
        <source>march out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_edits.py"/>
        <source>mark as {meaning}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_words.py"/>
        <source>mean of {number}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/lead_state.py"/>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>most leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_edits.py"/>
        <location filename="../../meit_desktop/plots/caliper_tool.py"/>
        <source>move a caliper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>moves a sentence</source>
        <translation>verschiebt einen Satz</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>moves in lists</source>
        <translation>bewegt sich in Listen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>moves in lists and on the tracing</source>
        <translation>bewegt sich in Listen und auf den Kurven</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>moves to the control before</source>
        <translation>geht zum vorigen Bedienelement</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>moves to the next control</source>
        <translation>geht zum nächsten Bedienelement</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_words.py"/>
        <source>no QTc: mark a caliper as RR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>no clear change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_words.py"/>
        <source>no filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/lead_state.py"/>
        <source>noisy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/calibration.py"/>
        <source>not calibrated yet</source>
        <translation>noch nicht kalibriert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_ground.py"/>
        <source>not measured on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/lead_state.py"/>
        <source>not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>not there, taken away by {reader}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/superimposed_beats.py"/>
        <source>now: not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>or</source>
        <comment>between keys</comment>
        <translation>oder</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>or signed since</source>
        <translation>oder signiert seit</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>pastes text</source>
        <translation>fügt Text ein</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>poor signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>presses a button</source>
        <translation>drückt eine Schaltfläche</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/superimposed_beats.py"/>
        <source>prior and now: not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/superimposed_beats.py"/>
        <source>prior: not usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/loss_curves.py"/>
        <source>public hold-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>rate outside limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_words.py"/>
        <source>raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>rejects a sentence</source>
        <translation>verwirft einen Satz</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/lead_state.py"/>
        <source>repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>reworded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/worklist_model.py"/>
        <source>routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>scores a draft</source>
        <translation>vergibt Punkte</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>selects all text</source>
        <translation>markiert den ganzen Text</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_desk.py"/>
        <location filename="../../meit_desktop/plots/caliper_tool.py"/>
        <source>set a caliper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>shows the whole sheet</source>
        <translation>zeigt den ganzen Bogen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>since {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_page.py"/>
        <source>single leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/loss_curves.py"/>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_page.py"/>
        <source>superimposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>takes back the last decision</source>
        <translation>nimmt die letzte Entscheidung zurück</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>to</source>
        <comment>between two days</comment>
        <translation>bis</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/loss_curves.py"/>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_words.py"/>
        <source>true size, calibrated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>turns to earlier seconds</source>
        <translation>blättert zu früheren Sekunden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>turns to later seconds</source>
        <translation>blättert zu späteren Sekunden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>unchecked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>undated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>unlikely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>unsupported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>until {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <location filename="../../meit_desktop/models/worklist_model.py"/>
        <source>urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>very likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>very unlikely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>with a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>without a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/loss_curves.py"/>
        <source>your held-out patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_words.py"/>
        <source>zoomed {factor}×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <location filename="../../meit_desktop/widgets/worklist_delegate.py"/>
        <source>{age} y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_page.py"/>
        <source>{arrangement}: prior {before}, now {now}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>{calipers}, {number} not on this sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>{calipers}. Tab chooses the next leg, the arrows move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>{calipers}: drag to measure time and voltage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/question.py"/>
        <source>{fault} The text is still on the screen.</source>
        <translation>{fault} Der Text steht noch auf dem Bildschirm.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/measuring.py"/>
        <source>{fault} They are still on the screen.</source>
        <translation>{fault} Sie stehen noch auf dem Bildschirm.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/first_admin.py"/>
        <source>{field}: please fill this in.</source>
        <translation>{field}: bitte ausfüllen.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>{filter}: QRS smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>{from_r_ms} ms from R, computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>{from_r_ms} ms from R, set by {reader}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>{group}: {reports} reports of {patients} patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_words.py"/>
        <source>{height} at {gain} mm/mV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>{key} belongs to “{title}”, which keeps its key.</source>
        <translation>{key} gehört zu „{title}“ und bleibt dort.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>{key} belongs to “{title}”. Press another key, or swap: “{title}” would get {mine}.</source>
        <translation>{key} gehört zu „{title}“. Drücken Sie eine andere Taste, oder tauschen Sie: „{title}“ bekäme {mine}.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>{key} belongs to “{title}”. Press another key, or swap: “{title}” would have no key.</source>
        <translation>{key} gehört zu „{title}“. Drücken Sie eine andere Taste, oder tauschen Sie: „{title}“ hätte dann keine Taste.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>{key} {acts} and can't be given to anything else.</source>
        <translation>{key} {acts} und kann nicht anders belegt werden.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_words.py"/>
        <source>{mains_hz} Hz notch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_marks.py"/>
        <source>{mark} {from_r_ms} ms from R, computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_marks.py"/>
        <source>{mark} {from_r_ms} ms from R, manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>{mark}: add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/import_result.py"/>
        <source>{number} already here</source>
        <translation>{number} schon vorhanden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/watching.py"/>
        <source>{number} imported</source>
        <translation>{number} importiert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/import_result.py"/>
        <source>{number} new</source>
        <translation>{number} neu</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>{number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/watching.py"/>
        <source>{number} still arriving</source>
        <translation>{number} noch unterwegs</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>{number} studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/import_result.py"/>
        <location filename="../../meit_desktop/flows/watching.py"/>
        <source>{number} unreadable</source>
        <translation>{number} nicht lesbar</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/retraining.py"/>
        <source>{pack} drafts again.</source>
        <translation>{pack} entwirft wieder.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/retraining.py"/>
        <source>{pack} drafts from now on.</source>
        <translation>{pack} entwirft ab jetzt.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>{pack} drafts in this workspace.</source>
        <translation>{pack} entwirft in diesem Arbeitsbereich.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/retraining.py"/>
        <source>{pack} is ready to be compared: see Admin, Retrain the model.</source>
        <translation>{pack} kann verglichen werden: siehe „Verwaltung“, „Modell nachtrainieren“.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>{pack} learnt {reports} reports of {patients} patients.</source>
        <translation>{pack} lernte aus {reports} Befunden von {patients} Patienten.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>{pack} on {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/main_window.py"/>
        <source>{product}: demo</source>
        <translation>{product}: Demo</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>{since} to {until}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_words.py"/>
        <source>{start} to {end} s of {whole} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>{time}  Addendum by {author}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>{time}  Drafted by {pack} on {device}, {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>{time}  Drafted by {pack} on {device}, {seconds} s, incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>{time}  Saved by {author}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>{time}  Signed by {author}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign_form.py"/>
        <source>{time}, recorded when you sign</source>
        <translation>{time}, beim Signieren festgehalten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_page.py"/>
        <source>{used} of {found} beats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_figures.py"/>
        <source>{values} not measured: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/size_outline.py"/>
        <source>{width} pixels wide. Left and right arrows move its right edge; with Shift by ten pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/sheet_pane.py"/>
        <source>{word} ECG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>“{title}” has its own key again.</source>
        <translation>„{title}“ hat wieder seine eigene Taste.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>“{title}” is now on {key}.</source>
        <translation>„{title}“ liegt jetzt auf {key}.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>“{title}” is on {key}.</source>
        <translation>„{title}“ liegt auf {key}.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>“{title}” keeps its key.</source>
        <translation>„{title}“ behält seine Taste.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>← →  Shift+← →</source>
        <translation>← →  Umschalt+← →</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>↑ ↓  Shift+↑ ↓</source>
        <translation>↑ ↓  Umschalt+↑ ↓</translation>
    </message>
</context>
</TS>
