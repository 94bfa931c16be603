<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>MEIT</name>
    <message numerus="yes">
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>%n calipers</source>
        <extracomment>one: 1 caliper</extracomment>
        <translation>
            <numerusform>1 Messzirkel</numerusform>
            <numerusform>%n Messzirkel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>%n changes from the draft</source>
        <extracomment>one: 1 change from the draft</extracomment>
        <translation>
            <numerusform>1 Änderung gegenüber dem Entwurf</numerusform>
            <numerusform>%n Änderungen gegenüber dem Entwurf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>%n contradicted to resolve</source>
        <extracomment>one: %n contradicted to resolve</extracomment>
        <translation>
            <numerusform>%n Widerspruch klären</numerusform>
            <numerusform>%n Widersprüche klären</numerusform>
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
        <translation>
            <numerusform>1 Intervall (1–9)</numerusform>
            <numerusform>%n Intervalle (1–9)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>%n more below {limit}</source>
        <extracomment>one: 1 more below {limit}</extracomment>
        <translation>
            <numerusform>1 weiteres unter {limit}</numerusform>
            <numerusform>%n weitere unter {limit}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>%n notes</source>
        <extracomment>one: 1 note</extracomment>
        <translation>
            <numerusform>1 Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
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
        <translation>
            <numerusform>Noch %n zu entscheiden</numerusform>
            <numerusform>Noch %n zu entscheiden</numerusform>
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
        <translation>1 mm entspricht {pixels} Pixeln, kalibriert für diesen Bildschirm.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/screen_scale.py"/>
        <source>1 mm is {pixels} pixels, assuming {dots} dots per inch: this screen doesn't report its size.</source>
        <translation>1 mm entspricht {pixels} Pixeln, angenommen {dots} dpi: Dieser Bildschirm meldet seine Größe nicht.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/screen_scale.py"/>
        <source>1 mm is {pixels} pixels, from the size that this screen reports.</source>
        <translation>1 mm entspricht {pixels} Pixeln, nach der Größe, die dieser Bildschirm meldet.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/calibration.py"/>
        <source>1 mm is {pixels} pixels.</source>
        <translation>1 mm sind {pixels} Pixel.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/calibration.py"/>
        <source>1 mm is {pixels} pixels. No screen has such pixels: drag the edge to the size of the card.</source>
        <translation>1 mm sind {pixels} Pixel. Solche Pixel hat kein Bildschirm: Ziehen Sie den Rand auf die Größe der Karte.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/calibration.py"/>
        <source>1 mm is {pixels} pixels; {percent} % against what the screen reports.</source>
        <translation>1 mm sind {pixels} Pixel; {percent} % gegenüber der Angabe des Bildschirms.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>1 study</source>
        <translation>1 EKG</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/ecg_view.py"/>
        <source>12-lead ECG</source>
        <translation>12-Kanal-EKG</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_edits.py"/>
        <source>A QT caliper spans one interval.</source>
        <translation>Ein QT-Messzirkel umfasst genau ein Intervall.</translation>
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
        <translation>Ein Fünftel der Patienten wird für immer zurückgehalten: An ihren Befunden wird das neue Paket mit dem jetzigen verglichen, gelernt werden sie nie. Sie können währenddessen weiter befunden.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/strip_marks.py"/>
        <source>A heart beat, as the program found it.</source>
        <translation>Ein Herzschlag, wie ihn das Programm gefunden hat.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>A score of {score} or less: say what was wrong, then Enter.</source>
        <translation>{score} Punkte oder weniger: Schreiben Sie, was falsch war, dann Eingabe.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/reading_desk.py"/>
        <source>AI draft, not a medical device</source>
        <translation>KI-Entwurf, kein Medizinprodukt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>AI draft: not a medical device</source>
        <translation>KI-Entwurf: kein Medizinprodukt</translation>
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
        <translation>Zur Aufzeichnung: {notes}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_decisions.py"/>
        <source>Accept</source>
        <translation>Übernehmen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../meit_desktop/widgets/report_decisions.py"/>
        <source>Accept %n supported</source>
        <extracomment>one: Accept %n supported</extracomment>
        <translation>
            <numerusform>%n gestützten übernehmen</numerusform>
            <numerusform>%n gestützte übernehmen</numerusform>
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
        <translation>Übernommen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_add.py"/>
        <source>Acronyms such as lafb expand while you type; ↓ walks through the suggestions</source>
        <translation>Kürzel wie lafb werden beim Tippen ausgeschrieben; ↓ geht durch die Vorschläge</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/statement_library.py"/>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_add.py"/>
        <source>Add a statement</source>
        <translation>Textbaustein hinzufügen</translation>
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
        <translation>Von Ihnen ergänzt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/attending.py"/>
        <source>Added from the findings. Marked leads changed the finding most when hidden or shown alone; that is not proof.</source>
        <translation>Aus den Merkmalen ergänzt. Verdeckt oder allein gezeigt änderten markierte Ableitungen das Merkmal am stärksten; kein Beweis.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/amend.py"/>
        <source>Addendum</source>
        <translation>Nachtrag</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>Addendum {number}</source>
        <translation>Nachtrag {number}</translation>
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
        <translation>Nachher</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>All commands have their own keys again.</source>
        <translation>Alle Befehle haben wieder ihre eigenen Tasten.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>All decided</source>
        <translation>Alles entschieden</translation>
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
        <translation>Alle Ableitungen sind verwertbar.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>All read</source>
        <translation>Alles befundet</translation>
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
        <translation>Alle Textbausteine</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_add.py"/>
        <source>All statements (F9)</source>
        <translation>Alle Textbausteine (F9)</translation>
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
        <translation>Nachtragen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_look.py"/>
        <source>Amended</source>
        <translation>Mit Nachtrag</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>Amplitude</source>
        <translation>Amplitude</translation>
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
        <translation>Ein anderes Vor-EKG (Bild auf: früher, Bild ab: später)</translation>
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
        <location filename="../../meit_desktop/flows/attending.py"/>
        <source>Asking the model where it looked…</source>
        <translation>Das Modell wird gefragt, wohin es gesehen hat…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/marking.py"/>
        <source>Averaging the beats…</source>
        <translation>Schläge werden gemittelt…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>Axis</source>
        <translation>Achse</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Back to reading (Esc)</source>
        <translation>Zurück zum Befunden (Esc)</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Back to the computed marks</source>
        <translation>Zurück zu den berechneten Marken</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>Back to the marks that the program has computed; can be undone</source>
        <translation>Zurück zu den berechneten Marken; lässt sich rückgängig machen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>Back to the whole sheet</source>
        <translation>Zurück zum ganzen Bogen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/size_outline.py"/>
        <source>Bank card</source>
        <translation>Bankkarte</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>Before signing, edit (E), reject (X) or knowingly keep (Shift+Enter) what is contradicted.</source>
        <translation>Vor dem Signieren: ändern (E), verwerfen (X) oder bewusst behalten (Umschalt+Eingabe), was im Widerspruch steht.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/search_field.py"/>
        <source>Beginnings of words in name, number, file or report; a number's end; a date. Escape clears.</source>
        <translation>Wortanfänge aus Name, Nummer, Datei oder Befund; das Ende einer Nummer; ein Datum. Escape leert das Feld.</translation>
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
        <translation>Beide Medianschläge übereinandergelegt, R auf R</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Both reports state the same findings.</source>
        <translation>Beide Befunde sagen dasselbe aus.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>By patient name</source>
        <translation>Nach Patientenname</translation>
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
        <translation>Messzirkel (ungefilterte Aufzeichnung)</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/calibration.py"/>
        <location filename="../../meit_desktop/dialogs/sheet.py"/>
        <location filename="../../meit_desktop/dialogs/signing_dialog.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
        <translation>Wählen Sie ein EKG in der Arbeitsliste.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_prior.py"/>
        <source>Choose a study to read its report.</source>
        <translation>Wählen Sie ein EKG, um seinen Befund zu lesen.</translation>
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
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>Comment: what was wrong</source>
        <translation>Kommentar: was war falsch</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Compare with a prior ECG</source>
        <translation>Mit einem Vor-EKG vergleichen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>Compare with an earlier ECG of this patient</source>
        <translation>Mit einem Vor-EKG dieses Patienten vergleichen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Comparing the scores</source>
        <translation>Werte werden verglichen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Comparison of the two packs</source>
        <translation>Vergleich der beiden Modellpakete</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_page.py"/>
        <source>Comparison with a prior ECG</source>
        <translation>Vergleich mit einem Vor-EKG</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>Completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>Computed</source>
        <translation>Berechnete</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_look.py"/>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>Contradicted</source>
        <translation>Im Widerspruch</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>Copy all readings as text</source>
        <translation>Alle Messwerte als Text kopieren</translation>
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
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>Could not save: {reason} Press Enter to try again.</source>
        <translation>Nicht gespeichert: {reason} Erneut mit Eingabe.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_notices.py"/>
        <source>Could not save: {reason} Your text stays on the screen.</source>
        <translation>Nicht gespeichert: {reason} Ihr Text bleibt auf dem Bildschirm.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/first_admin.py"/>
        <source>Create and sign in</source>
        <translation>Anlegen und anmelden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_decisions.py"/>
        <source>Ctrl ↵</source>
        <translation>Strg ↵</translation>
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
        <translation>Gestrichelt: {prior}. Durchgezogen: {now}. R-Zacke auf R-Zacke.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Days, signal, rate, QTc, draft, order, saved filters</source>
        <translation>Tage, Signal, Frequenz, QTc, Entwurf, Reihenfolge, gespeicherte Filter</translation>
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
        <translation>Demo: alle Patienten und Aufzeichnungen simuliert. Automatisch angemeldet: {name}.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign_form.py"/>
        <source>Demo workspace: the password is “{password}”.</source>
        <translation>Demo-Arbeitsbereich: Das Passwort lautet „{password}“.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>Diagnostic accuracy</source>
        <translation>Diagnostische Richtigkeit</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/difference_table.py"/>
        <source>Diff.</source>
        <translation>Diff.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/difference_table.py"/>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>Do again what was undone</source>
        <translation>Rückgängig Gemachtes wiederholen</translation>
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
        <translation>Entwerfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/house_style.py"/>
        <source>Draft a study again to see what changes. Signed reports stay as they are; the audit log keeps the choice.</source>
        <translation>Entwerfen Sie einen Befund neu, um zu sehen, was sich ändert. Signierte Befunde bleiben, wie sie sind; das Prüfprotokoll hält die Wahl fest.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_notices.py"/>
        <source>Draft again</source>
        <translation>Erneut entwerfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Draft the report</source>
        <translation>Befund entwerfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>Draft: “{sentence}” ({verdict}).</source>
        <translation>Entwurf: „{sentence}“ ({verdict}).</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_look.py"/>
        <source>Drafted</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_panel.py"/>
        <source>Drafting</source>
        <translation>Entwurf läuft</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Drafting the public hold-out with the new pack</source>
        <translation>Öffentlicher Testsatz wird mit dem neuen Paket entworfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Drafting the public hold-out with the pack in use</source>
        <translation>Öffentlicher Testsatz wird mit dem benutzten Paket entworfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Drafting your held-out patients with the new pack</source>
        <translation>Ihre zurückgehaltenen Patienten werden mit dem neuen Paket entworfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Drafting your held-out patients with the pack in use</source>
        <translation>Ihre zurückgehaltenen Patienten werden mit dem benutzten Paket entworfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>Drafting…</source>
        <translation>Entwirft…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/house_style.py"/>
        <source>Drafts are asked for in no house style from now on.</source>
        <translation>Entwürfe werden ab jetzt in keinem Hausstil verlangt.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/house_style.py"/>
        <source>Drafts are asked for in the house style “{style}” from now on.</source>
        <translation>Entwürfe werden ab jetzt im Hausstil „{style}“ verlangt.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>Drafts come from a language model. A physician reads, corrects and signs.</source>
        <translation>Entwürfe stammen von einem Sprachmodell. Eine Ärztin oder ein Arzt liest, korrigiert und signiert.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_page.py"/>
        <source>Drag a mark, or Tab to choose it and ← → to move it by a sample, with Shift by ten. Delete: no such wave.</source>
        <translation>Marke ziehen oder mit Tab wählen; ← → verschiebt um einen Abtastwert, mit Umschalt um zehn. Entf: keine Welle.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>Drag sideways for time, up or down for amplitude. Alt or Ctrl: no snapping.</source>
        <translation>Seitwärts ziehen: Zeit; auf oder ab: Amplitude. Alt oder Strg: ohne Einrasten.</translation>
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
        <translation>
            <numerusform>Loslassen, um 1 Datei oder Ordner zu importieren</numerusform>
            <numerusform>Loslassen, um %n Dateien und Ordner zu importieren</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>Dx</source>
        <translation>Dx</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_prior.py"/>
        <source>Earlier studies, newest first</source>
        <translation>Vor-EKGs, neueste zuerst</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_decisions.py"/>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Edit the sentence</source>
        <translation>Satz ändern</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_sentence.py"/>
        <source>Edit the sentence; Enter keeps, Escape discards</source>
        <translation>Satz ändern; Eingabe übernimmt, Escape verwirft</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>Edited by you</source>
        <translation>Von Ihnen geändert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>Electrodes</source>
        <translation>Elektroden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/language.py"/>
        <source>English</source>
        <comment>the language of these words</comment>
        <translation>Deutsch</translation>
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
        <location filename="../../meit_desktop/dialogs/house_style.py"/>
        <source>Every hospital words the same finding in its own way. Choose whose wording drafts follow from now on, for everybody in this workspace. A style is named after the recorder and the site whose reports the model has learnt it from.</source>
        <translation>Jedes Haus formuliert denselben Befund auf seine Weise. Wählen Sie, wessen Formulierung die Entwürfe ab jetzt folgen, für alle in diesem Arbeitsbereich. Ein Stil heißt nach dem EKG-Gerät und dem Standort, aus deren Befunden das Modell ihn gelernt hat.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_delegate.py"/>
        <source>F</source>
        <comment>sex</comment>
        <translation>W</translation>
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
        <translation>Filter</translation>
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
        <translation>Filter: {filter}.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <location filename="../../meit_desktop/widgets/report_details.py"/>
        <source>Findings</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>Findings and their probabilities appear with the draft.</source>
        <translation>Merkmale mit ihren Wahrscheinlichkeiten erscheinen mit dem Entwurf.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Findings that only one of the two texts states.</source>
        <translation>Aussagen, die nur in einem der beiden Befunde stehen.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_details.py"/>
        <source>Findings, priors, log and rating</source>
        <translation>Merkmale, Vor-EKGs, Verlauf und Bewertung</translation>
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
        <translation>Ordner werden mit allem darin übernommen. Die Dateien bleiben unverändert, wo sie sind.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Follow the system's theme</source>
        <translation>Farben wie im System</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>For the eye only: measurements, drafts and the readout use the raw recording.</source>
        <translation>Nur für das Auge: Messwerte, Entwürfe und die Anzeige am Zeiger nutzen die ungefilterte Aufzeichnung.</translation>
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
        <translation>Verstärkung</translation>
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
        <location filename="../../meit_desktop/widgets/quantities.py"/>
        <source>HR</source>
        <translation>HF</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/strip_marks.py"/>
        <source>Heart beat</source>
        <translation>Herzschlag</translation>
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
        <location filename="../../meit_desktop/widgets/confidence_words.py"/>
        <source>High confidence: measured on half of the beats or leads, it differs by {apart}.</source>
        <translation>Hohe Sicherheit: An der Hälfte der Schläge oder Ableitungen gemessen, weicht der Wert um {apart} ab.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>History</source>
        <translation>Chronik</translation>
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
        <location filename="../../meit_desktop/dialogs/house_style.py"/>
        <source>House style</source>
        <translation>Hausstil</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>House style of drafts…</source>
        <translation>Hausstil der Entwürfe…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>How many intervals it spans (1 to 9, + and −)</source>
        <translation>Wie viele Intervalle er umfasst (1 bis 9, + und −)</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>I am the author of this report</source>
        <translation>Ich habe diesen Befund verfasst</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>I approve this report</source>
        <translation>Ich gebe diesen Befund frei</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>I have reviewed this report</source>
        <translation>Ich habe diesen Befund geprüft</translation>
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
        <translation>Unvollständiger Entwurf: Das Modell wurde gestoppt oder hat seine Längengrenze erreicht. Prüfen Sie, was fehlt.</translation>
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
        <translation>Behalten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>Kept against the evidence</source>
        <translation>Trotz Widerspruch behalten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_key_button.py"/>
        <source>Key {key}</source>
        <translation>Taste {key}</translation>
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
        <translation>Später</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_words.py"/>
        <source>Lead {lead} at {time} s: {reading}</source>
        <translation>Ableitung {lead} bei {time} s: {reading}</translation>
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
        <translation>Lassen Sie das Modell einen entwerfen, oder schreiben Sie unten selbst.</translation>
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
        <translation>Gesperrt, SHA-256 {hash}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_details.py"/>
        <source>Log</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>Log of the report</source>
        <translation>Verlauf des Befunds</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>Logic</source>
        <translation>Logik</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>Logical consistency</source>
        <translation>Schlüssigkeit</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/first_admin.py"/>
        <source>Look at the demo first</source>
        <translation>Erst die Demo ansehen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/loss_curves.py"/>
        <source>Losses while training</source>
        <translation>Verlust im Training</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/confidence_words.py"/>
        <source>Low confidence: half of the beats or leads do not show it.</source>
        <translation>Geringe Sicherheit: In der Hälfte der Schläge oder Ableitungen ist der Wert nicht zu messen.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/confidence_words.py"/>
        <source>Low confidence: measured on half of the beats or leads, it differs by {apart}.</source>
        <translation>Geringe Sicherheit: An der Hälfte der Schläge oder Ableitungen gemessen, weicht der Wert um {apart} ab.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>Lower is better. The hold-outs are looked at after every epoch and never trained on.</source>
        <translation>Niedriger ist besser. Zurückgehaltene Patienten werden nach jeder Epoche geprüft und nie gelernt.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_delegate.py"/>
        <source>M</source>
        <comment>sex</comment>
        <translation>M</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>Made by the program's ECG simulator; not a patient.</source>
        <translation>Vom EKG-Simulator des Programms erzeugt; kein Patient.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>March out</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>March the interval out</source>
        <translation>Intervall fortsetzen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Mark as QT</source>
        <translation>Als QT markieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>Mark as QT: QTc by four formulas</source>
        <translation>Als QT markieren: QTc nach vier Formeln</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Mark as RR</source>
        <translation>Als RR markieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>Mark as RR: its rate corrects QT</source>
        <translation>Als RR markieren: seine Frequenz korrigiert QT</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/attending.py"/>
        <source>Marked leads changed the wording most when hidden or shown alone; that is not proof.</source>
        <translation>Verdeckt oder allein gezeigt änderten markierte Ableitungen den Wortlaut am stärksten; kein Beweis.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/filtering.py"/>
        <source>Marked routine. Press {key} to take it back.</source>
        <translation>Als Routine markiert. {key} nimmt es zurück.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/filtering.py"/>
        <source>Marked urgent: it stands first in the list. Press {key} to take it back.</source>
        <translation>Als dringend markiert: steht oben in der Liste. {key} nimmt es zurück.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_figures.py"/>
        <source>Mean cycle {rr_ms} ms.</source>
        <translation>Mittlere Zykluslänge {rr_ms} ms.</translation>
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
        <translation>Von MEIT am Medianschlag gemessen.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>Measured by the recording device.</source>
        <translation>Vom Aufnahmegerät gemessen.</translation>
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
        <location filename="../../meit_desktop/widgets/difference_table.py"/>
        <source>Measurements of both recordings</source>
        <translation>Messwerte beider Aufzeichnungen</translation>
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
        <source>Median beat: set onsets and ends by hand</source>
        <translation>Medianschlag: Beginn und Ende von Hand setzen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Median beats</source>
        <translation>Medianschläge</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/superimposed_beats.py"/>
        <source>Median beats, one over the other</source>
        <translation>Medianschläge, übereinandergelegt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>Medical terminology accuracy</source>
        <translation>Fachsprache</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/confidence_words.py"/>
        <source>Medium confidence: measured on half of the beats or leads, it differs by {apart}.</source>
        <translation>Mittlere Sicherheit: An der Hälfte der Schläge oder Ableitungen gemessen, weicht der Wert um {apart} ab.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Mine</source>
        <translation>Meine</translation>
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
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>More statuses</source>
        <translation>Weitere Status</translation>
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
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>New amplitude caliper</source>
        <translation>Neuer Messzirkel für Amplitude</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>New amplitude caliper on an R wave</source>
        <translation>Neuer Amplituden-Messzirkel an einer R-Zacke</translation>
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
        <translation>Neuer Zeit-Messzirkel über einen Zyklus</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
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
        <translation>Kein Vor-EKG dieses Patienten in diesem Arbeitsbereich.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/watching.py"/>
        <source>No folder is watched now.</source>
        <translation>Jetzt wird kein Ordner überwacht.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/attending.py"/>
        <source>No lead stands out.</source>
        <translation>Keine Ableitung sticht hervor.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/about.py"/>
        <source>No model is loaded.</source>
        <translation>Kein Modell geladen.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/pictures/gallery.py"/>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>No model: reports are written by hand</source>
        <translation>Kein Modell: Befunde werden von Hand geschrieben</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_desk.py"/>
        <source>No more than {number} calipers on one recording.</source>
        <translation>Höchstens {number} Messzirkel je Aufzeichnung.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>No prior ECG</source>
        <translation>Kein Vor-EKG</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_prior.py"/>
        <source>No report was written for this study.</source>
        <translation>Zu diesem EKG wurde kein Befund geschrieben.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_panel.py"/>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>No report yet</source>
        <translation>Noch kein Befund</translation>
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
        <translation>Noch keine EKGs</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>No study has this status.</source>
        <translation>Kein EKG hat diesen Status.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>No study here matches the search.</source>
        <translation>Kein EKG passt zur Suche.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_panel.py"/>
        <source>No study open</source>
        <translation>Kein EKG geöffnet</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>No study passes this filter.</source>
        <translation>Kein EKG passt zu diesem Filter.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>No unread study is left.</source>
        <translation>Kein unbefundetes EKG mehr.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Nobody has written a report about it.</source>
        <translation>Zu diesem EKG gibt es keinen Befund.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_panel.py"/>
        <source>Nobody has written a report for this study.</source>
        <translation>Zu diesem EKG hat niemand einen Befund geschrieben.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>None here</source>
        <translation>Keine hier</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>None saved yet</source>
        <translation>Noch keiner gespeichert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/house_style.py"/>
        <source>None: as most of them would write it</source>
        <translation>Keiner: wie die meisten es schreiben würden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/about.py"/>
        <source>Not a medical device. A draft is a suggestion: a physician reads the tracing, corrects the text and signs.</source>
        <translation>Kein Medizinprodukt. Ein Entwurf ist ein Vorschlag: Eine Ärztin oder ein Arzt beurteilt die Kurven, korrigiert den Text und signiert.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>Not found; add it where you see it</source>
        <translation>Nicht gefunden; setzen Sie sie, wo Sie sie sehen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>Not measured.</source>
        <translation>Nicht gemessen.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_figures.py"/>
        <source>Not measured: </source>
        <translation>Nicht messbar: </translation>
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
        <translation>Nicht verstanden und nicht verglichen: {sentences}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/drop_veil.py"/>
        <source>Nothing can be imported now</source>
        <translation>Import derzeit nicht möglich</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>Nothing has been drafted or written yet.</source>
        <translation>Noch nichts entworfen oder geschrieben.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/tasks/lane.py"/>
        <source>Nothing saved is lost. Try again.</source>
        <translation>Nichts Gespeichertes ist verloren. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>Nothing to compare: no earlier ECG of this patient in this workspace</source>
        <translation>Kein Vergleich: kein Vor-EKG dieses Patienten in diesem Arbeitsbereich</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/desk.py"/>
        <location filename="../../meit_desktop/pictures/gallery.py"/>
        <source>Nothing to read yet</source>
        <translation>Noch nichts zu befunden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/compared_sheets.py"/>
        <location filename="../../meit_desktop/widgets/compare_page.py"/>
        <location filename="../../meit_desktop/widgets/difference_table.py"/>
        <source>Now</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Number of intervals</source>
        <translation>Anzahl der Intervalle</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
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
        <translation>Nur vorher</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Only now</source>
        <translation>Nur jetzt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Only studies marked urgent</source>
        <translation>Nur als dringend markierte EKGs</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Only studies whose report you have begun</source>
        <translation>Nur EKGs, deren Befund Sie begonnen haben</translation>
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
        <translation>
            <numerusform>Das Vor-EKG öffnen.</numerusform>
            <numerusform>Das neueste von %n Vor-EKGs öffnen.</numerusform>
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
        <translation>Umriss: {thing}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/quantities.py"/>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/quantities.py"/>
        <source>P axis</source>
        <translation>P-Achse</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_marks.py"/>
        <source>P off</source>
        <translation>P-Ende</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_marks.py"/>
        <source>P on</source>
        <translation>P-Beginn</translation>
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
        <location filename="../../meit_desktop/widgets/quantities.py"/>
        <source>PR</source>
        <translation>PQ</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/retraining.py"/>
        <source>PTB-XL's folder, with ptbxl_database.csv in it</source>
        <translation>Ordner von PTB-XL, mit ptbxl_database.csv darin</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/strip_marks.py"/>
        <source>Pacing spike</source>
        <translation>Schrittmacher-Spike</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>Pack {hash}</source>
        <translation>Modellpaket {hash}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>Paper speed</source>
        <translation>Vorschub</translation>
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
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>Press 1 to 5</source>
        <translation>1 bis 5 drücken</translation>
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
        <location filename="../../meit_desktop/widgets/difference_table.py"/>
        <location filename="../../meit_desktop/widgets/report_details.py"/>
        <source>Prior</source>
        <translation>Vor-EKG</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Prior above, now below</source>
        <translation>Vor-EKG oben, aktuelles unten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Prior on the left, now on the right</source>
        <translation>Vor-EKG links, aktuelles rechts</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Prior to compare with, newest first</source>
        <translation>Vor-EKG zum Vergleich, neueste zuerst</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>Prior: {date}</source>
        <translation>Vor-EKG: {date}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/work_strip.py"/>
        <source>Progress</source>
        <translation>Fortschritt</translation>
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
        <translation>Öffentlicher Testsatz, Anweisung wie bisher</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Public hold-out, asked for in your way</source>
        <translation>Öffentlicher Testsatz, Anweisung wie bei Ihnen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/banner.py"/>
        <source>Put this message away</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/quantities.py"/>
        <source>QRS</source>
        <translation>QRS</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/quantities.py"/>
        <source>QRS axis</source>
        <translation>QRS-Achse</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_marks.py"/>
        <source>QRS off</source>
        <translation>QRS-Ende</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_marks.py"/>
        <source>QRS on</source>
        <translation>QRS-Beginn</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/quantities.py"/>
        <source>QT</source>
        <translation>QT</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/quantities.py"/>
        <source>QTc</source>
        <translation>QTc</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_figures.py"/>
        <source>QTc at</source>
        <translation>QTc bei</translation>
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
        <translation>R auf R, ungefiltert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Rare statements (macro F1)</source>
        <translation>Seltene (Macro-F1)</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_details.py"/>
        <source>Rate</source>
        <comment>verb</comment>
        <translation>Bewerten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <location filename="../../meit_desktop/widgets/report_details.py"/>
        <source>Rate the draft</source>
        <translation>Entwurf bewerten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>Rated at {time} by {rater}</source>
        <translation>Bewertet um {time} von {rater}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>Rating, {criterion}, {number} of {count}. Press 1 to 5.</source>
        <translation>Bewertung, {criterion}, {number} von {count}. 1 bis 5 drücken.</translation>
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
        <translation>Liest 12-Kanal-EKGs mit einem Sprachmodell, das auf diesem Rechner läuft. Nichts verlässt ihn.</translation>
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
        <translation>Aufgezeichnet {time}</translation>
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
        <translation>Wiederholen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_decisions.py"/>
        <source>Reject</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Reject the sentence</source>
        <translation>Satz verwerfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>Rejected</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>Repeat the interval over the whole strip</source>
        <translation>Intervall über den ganzen Streifen fortsetzen</translation>
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
        <translation>Vorbefund</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Report of the prior, not signed by anybody</source>
        <translation>Vorbefund, nicht signiert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_header.py"/>
        <source>Report status: {status}</source>
        <translation>Status des Befunds: {status}</translation>
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
        <translation>Lineal</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/strip_marks.py"/>
        <source>S: an early beat of the usual shape, supraventricular.</source>
        <translation>S: ein vorzeitiger Schlag üblicher Form, supraventrikulär.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_delegate.py"/>
        <source>SIM</source>
        <translation>SIM</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sheet.py"/>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_notices.py"/>
        <source>Save again</source>
        <translation>Erneut speichern</translation>
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
        <translation>Speicherstand</translation>
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
        <translation>Gespeichert</translation>
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
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <location filename="../../meit_desktop/widgets/report_saving.py"/>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/rating_anchor.py"/>
        <source>Score {score}: {wording}</source>
        <translation>Wertung {score}: {wording}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/rating_anchor.py"/>
        <source>Score {score}: {wording} Given.</source>
        <translation>Wertung {score}: {wording} Vergeben.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Score, while rating</source>
        <translation>Punkte, beim Bewerten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/screen_calibration.py"/>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign_in.py"/>
        <source>Screen locked</source>
        <translation>Bildschirm gesperrt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/search_field.py"/>
        <source>Search</source>
        <translation>Suche</translation>
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
        <translation>Satz {number} von {count}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_panel.py"/>
        <source>Sentences appear here as the model writes them.</source>
        <translation>Die Sätze erscheinen hier, sobald das Modell sie schreibt.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_sentences.py"/>
        <source>Sentences of the report</source>
        <translation>Sätze des Befunds</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>Set by hand by {reader}, {time}.</source>
        <translation>Manuell gesetzt von {reader}, {time}.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>Set by hand.</source>
        <translation>Manuell gesetzt.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Shift+Enter</source>
        <translation>Umschalt+Eingabe</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
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
        <translation>Befund ein- oder ausblenden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>Show or hide the worklist</source>
        <translation>Arbeitsliste ein- oder ausblenden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_sentence.py"/>
        <source>Show the evidence</source>
        <translation>Beleg zeigen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_sentence.py"/>
        <source>Show the evidence (→)</source>
        <translation>Beleg zeigen (→)</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Show unreadable files</source>
        <translation>Nicht lesbare Dateien anzeigen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_actions.py"/>
        <source>Sign</source>
        <translation>Signieren</translation>
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
        <translation>Signal</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>Signed and locked</source>
        <translation>Signiert und gesperrt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>Signed by {name}</source>
        <translation>Signiert von {name}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign_in.py"/>
        <source>Signed in as {name}. Everything typed so far is kept.</source>
        <translation>Angemeldet: {name}. Alles bisher Geschriebene bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>Signed report</source>
        <translation>Signierter Befund</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Signed report of the prior</source>
        <translation>Signierter Vorbefund</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_prior.py"/>
        <source>Signed report, {date}</source>
        <translation>Signierter Befund, {date}</translation>
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
        <translation>Signierter Text: {text}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>Signed, with addendum</source>
        <translation>Signiert, mit Nachtrag</translation>
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
        <translation>Simuliert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/worklist_model.py"/>
        <source>Simulated recording</source>
        <translation>Simulierte Aufzeichnung</translation>
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
        <translation>Übereinander</translation>
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
        <translation>Aussagen (Micro-F1)</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_suggestions.py"/>
        <source>Statements of the library</source>
        <translation>Textbausteine der Bibliothek</translation>
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
        <translation>Stoppt…</translation>
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
        <translation>Gestützt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/strip_marks.py"/>
        <source>Supraventricular beat, early</source>
        <translation>Supraventrikulärer Schlag, vorzeitig</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/key_changes.py"/>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/quantities.py"/>
        <source>T axis</source>
        <translation>T-Achse</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_marks.py"/>
        <source>T off</source>
        <translation>T-Ende</translation>
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
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/language.py"/>
        <source>Takes effect when MEIT Desktop starts again. Reports, PDFs and exports stay English.</source>
        <translation>Gilt ab dem nächsten Start von MEIT Desktop. Befunde, PDFs und Exporte bleiben englisch.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>Terms</source>
        <translation>Begriffe</translation>
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
        <translation>Der Entwurf endete in diesem Satz.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>The draft was taken over unchanged</source>
        <translation>Der Entwurf wurde unverändert übernommen</translation>
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
        <translation>Das Modell startet neu…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>The model is starting…</source>
        <translation>Das Modell startet…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_header.py"/>
        <source>The model is writing</source>
        <translation>Das Modell schreibt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/attending.py"/>
        <source>The model looked at all of it alike; attention is not proof.</source>
        <translation>Das Modell sah überall gleich hin; Aufmerksamkeit ist kein Beweis.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/house_style.py"/>
        <source>The model that drafts has learnt no house style. Another model can be promoted that has.</source>
        <translation>Das Modell, das entwirft, hat keinen Hausstil gelernt. Es kann durch eines ersetzt werden, das Hausstile kennt.</translation>
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
        <translation>Der Befund ist leer</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>The signal was not examined.</source>
        <translation>Das Signal wurde nicht geprüft.</translation>
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
        <location filename="../../meit_desktop/pictures/worklist.py"/>
        <source>The workspace is read-only. {reason}</source>
        <translation>Der Arbeitsbereich ist schreibgeschützt. {reason}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>There is no draft to rate yet.</source>
        <translation>Es gibt noch keinen Entwurf zu bewerten.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>There is no such wave</source>
        <translation>Diese Welle gibt es nicht</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_standing.py"/>
        <source>There is no text to sign. Accept or add at least one statement.</source>
        <translation>Es gibt keinen Text zum Signieren. Übernehmen oder ergänzen Sie mindestens einen Satz.</translation>
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
        <translation>Dieser Befund kann hier gelesen, aber nicht geändert werden.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/worklist_filter.py"/>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Today's report is still empty: there is nothing to compare yet.</source>
        <translation>Der heutige Befund ist noch leer: Es gibt noch nichts zu vergleichen.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/difference_table.py"/>
        <source>Tol.</source>
        <translation>Tol.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/difference_table.py"/>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
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
        <location filename="../../meit_desktop/plots/strip_marks.py"/>
        <source>Triangle: a pacing spike.</source>
        <translation>Dreieck: ein Schrittmacher-Spike.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>True millimetres or fit to window</source>
        <translation>Originalgröße oder Fenstergröße</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>True size or fitted to the window</source>
        <translation>Originalgröße oder ins Fenster eingepasst</translation>
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
        <translation>Ungeprüft</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_look.py"/>
        <source>Unconfirmed</source>
        <translation>Unbestätigt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_prior.py"/>
        <source>Unconfirmed report: nobody has signed it</source>
        <translation>Unbestätigter Befund: niemand hat ihn signiert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/keys_sheet.py"/>
        <source>Under the rhythm strip</source>
        <translation>Unter dem Rhythmusstreifen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Undo the last change of a caliper</source>
        <translation>Letzte Änderung am Messzirkel rückgängig</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>Undo the last change of a mark</source>
        <translation>Letzte Änderung einer Marke rückgängig machen</translation>
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
        <translation>Unbefundet</translation>
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
        <translation>Nicht gestützt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <location filename="../../meit_desktop/widgets/worklist_delegate.py"/>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Urgent</source>
        <translation>Dringend</translation>
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
        <location filename="../../meit_desktop/plots/strip_marks.py"/>
        <source>V: a ventricular beat, wide and of another shape than most.</source>
        <translation>V: ein ventrikulärer Schlag, breit und anders geformt als die meisten.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/strip_marks.py"/>
        <source>Ventricular beat</source>
        <translation>Ventrikulärer Schlag</translation>
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
        <translation>Wartet auf das Modell…</translation>
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
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>What was wrong? Enter saves the rating</source>
        <translation>Was war falsch? Eingabe speichert</translation>
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
        <translation>Ganzer Bogen</translation>
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
        <translation>Wortlaut (BLEU-4)</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Wording (ROUGE-L)</source>
        <translation>Wortlaut (ROUGE-L)</translation>
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
        <translation>Ihre zurückgehaltenen Patienten</translation>
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
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>about</source>
        <translation>etwa</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_words.py"/>
        <source>about true size</source>
        <translation>etwa Originalgröße</translation>
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
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>adds a statement</source>
        <translation>fügt einen Textbaustein hinzu</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>arms</source>
        <translation>Arme</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_words.py"/>
        <source>at {rate}/min, RR caliper</source>
        <translation>bei {rate}/min, RR-Zirkel</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_words.py"/>
        <source>at {rate}/min, measured</source>
        <translation>bei {rate}/min, gemessen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>authorship</source>
        <translation>Urheberschaft</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/statement_search.py"/>
        <source>axis</source>
        <comment>category</comment>
        <translation>Lagetyp</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>below the threshold</source>
        <translation>unter der Schwelle</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>better</source>
        <translation>besser</translation>
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
        <translation>gewählt: {mark}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/lead_state.py"/>
        <source>clipped</source>
        <translation>übersteuert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/statement_search.py"/>
        <source>conduction</source>
        <comment>category</comment>
        <translation>Erregungsleitung</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>contradicted</source>
        <translation>im Widerspruch</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>copies text</source>
        <translation>kopiert Text</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>could not save</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_edits.py"/>
        <source>count intervals</source>
        <translation>Intervalle zählen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>cuts text</source>
        <translation>schneidet Text aus</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/study_date.py"/>
        <source>date unknown</source>
        <translation>Datum unbekannt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_edits.py"/>
        <source>delete a caliper</source>
        <translation>Messzirkel löschen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>deletes text</source>
        <translation>löscht Text</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/lead_state.py"/>
        <source>derived</source>
        <translation>berechnet</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>draft {seconds} s</source>
        <translation>Entwurf {seconds} s</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/statement_search.py"/>
        <source>ectopy</source>
        <comment>category</comment>
        <translation>Extrasystolen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>edits a sentence</source>
        <translation>ändert einen Satz</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>exchanged?</source>
        <translation>vertauscht?</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>extreme</source>
        <translation>extrem</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>fast</source>
        <translation>schnell</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>female</source>
        <translation>weibl.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_words.py"/>
        <source>fitted {factor}×, not true mm</source>
        <translation>eingepasst {factor}×, nicht 1:1</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/lead_state.py"/>
        <source>flat</source>
        <translation>Nulllinie</translation>
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
        <translation>gut</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/statement_search.py"/>
        <source>hypertrophy</source>
        <comment>category</comment>
        <translation>Hypertrophie</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/statement_search.py"/>
        <source>infarction</source>
        <comment>category</comment>
        <translation>Infarkt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/statement_search.py"/>
        <source>ischemia</source>
        <comment>category</comment>
        <translation>Ischämie</translation>
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
        <translation>
            <numerusform>heute</numerusform>
            <numerusform>letzte %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>lists all statements</source>
        <translation>zeigt alle Textbausteine</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>long</source>
        <translation>lang</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/loss_curves.py"/>
        <source>loss</source>
        <translation>Verlust</translation>
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
        <translation>männl.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>manual</source>
        <translation>manuell</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_edits.py"/>
        <source>march out</source>
        <translation>Intervall fortsetzen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_edits.py"/>
        <source>mark as {meaning}</source>
        <translation>als {meaning} markieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_words.py"/>
        <source>mean of {number}:</source>
        <translation>Mittel aus {number}:</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>mine</source>
        <translation>meine</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/lead_state.py"/>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_line.py"/>
        <source>most leads</source>
        <translation>meiste Ableitungen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_edits.py"/>
        <location filename="../../meit_desktop/plots/caliper_tool.py"/>
        <source>move a caliper</source>
        <translation>Messzirkel verschieben</translation>
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
        <translation>kein QTc: einen Messzirkel als RR markieren</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>no clear change</source>
        <translation>kein klarer Unterschied</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_words.py"/>
        <source>no filter</source>
        <translation>kein Filter</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/lead_state.py"/>
        <source>noisy</source>
        <translation>verrauscht</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/calibration.py"/>
        <source>not calibrated yet</source>
        <translation>noch nicht kalibriert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_ground.py"/>
        <source>not measured on</source>
        <translation>nicht vermessen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/lead_state.py"/>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>not scored</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>not there, taken away by {reader}, {time}</source>
        <translation>nicht vorhanden, entfernt von {reader}, {time}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/superimposed_beats.py"/>
        <source>now: not usable</source>
        <translation>aktuell: nicht verwertbar</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/keys_sheet.py"/>
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
        <location filename="../../meit_desktop/models/statement_search.py"/>
        <source>pacing</source>
        <comment>category</comment>
        <translation>Schrittmacher</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>pastes text</source>
        <translation>fügt Text ein</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>poor signal</source>
        <translation>schlechtes Signal</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>presses a button</source>
        <translation>betätigt eine Schaltfläche</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/superimposed_beats.py"/>
        <source>prior and now: not usable</source>
        <translation>Vor-EKG und aktuell: nicht verwertbar</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/superimposed_beats.py"/>
        <source>prior: not usable</source>
        <translation>Vor-EKG: nicht verwertbar</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/loss_curves.py"/>
        <source>public hold-out</source>
        <translation>öffentlicher Testsatz</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/statement_search.py"/>
        <source>qrs</source>
        <comment>category</comment>
        <translation>QRS</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>rate outside limits</source>
        <translation>Frequenz außerhalb der Grenzen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_words.py"/>
        <source>raw</source>
        <translation>ungefiltert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>rejects a sentence</source>
        <translation>verwirft einen Satz</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/lead_state.py"/>
        <source>repaired</source>
        <translation>repariert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_signed.py"/>
        <source>review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>reworded</source>
        <translation>umformuliert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/statement_search.py"/>
        <source>rhythm</source>
        <comment>category</comment>
        <translation>Rhythmus</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/worklist_model.py"/>
        <source>routine</source>
        <translation>Routine</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>saved {time}</source>
        <translation>gespeichert {time}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>saving…</source>
        <translation>speichert…</translation>
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
        <translation>Messzirkel setzen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>short</source>
        <translation>kurz</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>shows the whole sheet</source>
        <translation>zeigt den ganzen Bogen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>since {since}</source>
        <translation>seit {since}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_page.py"/>
        <source>single leads</source>
        <translation>einzeln</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/statement_search.py"/>
        <source>st-t</source>
        <comment>category</comment>
        <translation>ST-T</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/loss_curves.py"/>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/statement_search.py"/>
        <source>summary</source>
        <comment>category</comment>
        <translation>Beurteilung</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_page.py"/>
        <source>superimposed</source>
        <translation>überlagert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>supported</source>
        <translation>gestützt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/keymap.py"/>
        <source>takes back the last decision</source>
        <translation>nimmt die letzte Entscheidung zurück</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/statement_search.py"/>
        <source>technique</source>
        <comment>category</comment>
        <translation>Technik</translation>
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
        <translation>Training</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_words.py"/>
        <source>true size, calibrated</source>
        <translation>Originalgröße, kalibriert</translation>
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
        <translation>unverändert</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>unchecked</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <source>undated</source>
        <translation>ohne Datum</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>unlikely</source>
        <translation>unwahrscheinlich</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_look.py"/>
        <source>unsupported</source>
        <translation>nicht gestützt</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>until {until}</source>
        <translation>bis {until}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <location filename="../../meit_desktop/models/worklist_model.py"/>
        <source>urgent</source>
        <translation>dringend</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>very likely</source>
        <translation>sehr wahrscheinlich</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>very unlikely</source>
        <translation>sehr unwahrscheinlich</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>wide</source>
        <translation>breit</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>with a draft</source>
        <translation>mit Entwurf</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>without a draft</source>
        <translation>ohne Entwurf</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/loss_curves.py"/>
        <source>your held-out patients</source>
        <translation>Ihre zurückgehaltenen Patienten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_words.py"/>
        <source>zoomed {factor}×</source>
        <translation>Zoom {factor}×</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/patient_header.py"/>
        <location filename="../../meit_desktop/widgets/worklist_delegate.py"/>
        <source>{age} y</source>
        <translation>{age} J.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_page.py"/>
        <source>{arrangement}: prior {before}, now {now}</source>
        <translation>{arrangement}: Vor-EKG {before}, aktuell {now}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>{calipers}, {number} not on this sheet</source>
        <translation>{calipers}, {number} nicht auf diesem Bogen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_bar.py"/>
        <source>{calipers}. Tab chooses the next leg, the arrows move it.</source>
        <translation>{calipers}. Tab wählt den nächsten Schenkel, die Pfeile bewegen ihn.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_bar.py"/>
        <source>{calipers}: drag to measure time and voltage</source>
        <translation>{calipers}: ziehen, um Zeit und Spannung zu messen</translation>
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
        <translation>{filter}: QRS kleiner</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>{from_r_ms} ms from R, computed</source>
        <translation>{from_r_ms} ms zu R, berechnet</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>{from_r_ms} ms from R, set by {reader}, {time}</source>
        <translation>{from_r_ms} ms zu R, gesetzt von {reader}, {time}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>{group}: {reports} reports of {patients} patients</source>
        <translation>{group}: {reports} Befunde von {patients} Patienten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/caliper_words.py"/>
        <source>{height} at {gain} mm/mV</source>
        <translation>{height} bei {gain} mm/mV</translation>
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
        <location filename="../../meit_desktop/plots/enlarged_lead.py"/>
        <source>{lead} alone</source>
        <translation>nur {lead}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/enlarged_lead.py"/>
        <source>{lead}, whole recording</source>
        <translation>{lead}, ganze Aufzeichnung</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_words.py"/>
        <source>{mains_hz} Hz notch</source>
        <translation>{mains_hz} Hz Netzfilter</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_marks.py"/>
        <source>{mark} {from_r_ms} ms from R, computed</source>
        <translation>{mark} {from_r_ms} ms zu R, berechnet</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/median_marks.py"/>
        <source>{mark} {from_r_ms} ms from R, manual</source>
        <translation>{mark} {from_r_ms} ms zu R, manuell</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_bar.py"/>
        <source>{mark}: add</source>
        <translation>{mark} setzen</translation>
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
        <translation>{number} von {total}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/flows/watching.py"/>
        <source>{number} still arriving</source>
        <translation>{number} noch unterwegs</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>{number} studies</source>
        <translation>{number} EKGs</translation>
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
        <translation>{pack} auf {device}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/main_window.py"/>
        <source>{product}: demo</source>
        <translation>{product}: Demo</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/difference_table.py"/>
        <source>{quantity}: prior {before}, now {now} {unit}, {difference}</source>
        <translation>{quantity}: Vor-EKG {before}, aktuell {now} {unit}, {difference}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/models/filter_words.py"/>
        <source>{since} to {until}</source>
        <translation>{since} bis {until}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/display_words.py"/>
        <source>{start} to {end} s of {whole} s</source>
        <translation>{start} bis {end} s von {whole} s</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>{time}  Addendum by {author}</source>
        <translation>{time}  Nachtrag von {author}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>{time}  Drafted by {pack} on {device}, {seconds} s</source>
        <translation>{time}  Entwurf von {pack} auf {device}, {seconds} s</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>{time}  Drafted by {pack} on {device}, {seconds} s, incomplete</source>
        <translation>{time}  Entwurf von {pack} auf {device}, {seconds} s, unvollständig</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>{time}  Saved by {author}</source>
        <translation>{time}  Gespeichert von {author}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/report_log.py"/>
        <source>{time}  Signed by {author}</source>
        <translation>{time}  Signiert von {author}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/dialogs/sign_form.py"/>
        <source>{time}, recorded when you sign</source>
        <translation>{time}, beim Signieren festgehalten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_page.py"/>
        <source>{used} of {found} beats</source>
        <translation>{used} von {found} Schlägen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/median_figures.py"/>
        <source>{values} not measured: {reason}</source>
        <translation>{values} nicht messbar: {reason}</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/size_outline.py"/>
        <source>{width} pixels wide. Left and right arrows move its right edge; with Shift by ten pixels.</source>
        <translation>{width} Pixel breit. Pfeil links und rechts bewegen den rechten Rand, mit Umschalt um zehn Pixel.</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/plots/sheet_pane.py"/>
        <source>{word} ECG</source>
        <translation>EKG: {word}</translation>
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
    <message>
        <location filename="../../meit_desktop/widgets/rating_pad.py"/>
        <source>✓ Saved {time}</source>
        <translation>✓ Gespeichert {time}</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>, {label} because {free} are free</source>
        <translation>, {label}, weil {free} frei sind</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/measured_evidence.py"/>
        <source>1 of {n_beats} beats is wide and of another shape than the others.</source>
        <translation>1 von {n_beats} Schlägen ist breit und anders geformt als die übrigen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/display_filter.py"/>
        <source>40 Hz makes QRS complexes and pacing spikes smaller and hides notches.</source>
        <translation>40 Hz verkleinert QRS-Komplexe und Schrittmacherspikes und verbirgt Kerben.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/calipers.py"/>
        <source>A caliper lies outside the recording.</source>
        <translation>Ein Messzirkel liegt außerhalb der Aufzeichnung.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/drafting.py"/>
        <source>A draft can't be kept now.</source>
        <translation>Ein Entwurf kann jetzt nicht gespeichert werden.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>A minor finding is missing.</source>
        <translation>Ein Nebenbefund fehlt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/beginning.py"/>
        <source>A retraining can't be begun now.</source>
        <translation>Nachtrainieren ist jetzt nicht möglich.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/rating.py"/>
        <source>A score must be a whole number from 1 to 5.</source>
        <translation>Punkte sind ganze Zahlen von 1 bis 5.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/host_line.py"/>
        <source>A smaller pack answers sooner.</source>
        <translation>Ein kleineres Paket antwortet schneller.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>A workspace can't be made here ({fault}).</source>
        <translation>Hier lässt sich kein Arbeitsbereich anlegen ({fault}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/reports.py"/>
        <source>Add an addendum instead.</source>
        <translation>Schreiben Sie stattdessen einen Nachtrag.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/users.py"/>
        <source>Add another administrator first.</source>
        <translation>Legen Sie zuerst einen weiteren Administrator an.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <source>Add “# fs=500” as the first line, or a column “time (s)”.</source>
        <translation>Ergänzen Sie „# fs=500“ als erste Zeile oder eine Spalte „time (s)“.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/remarks.py"/>
        <source>Added because reports of such recordings say it; the drafted text left it out.</source>
        <translation>Ergänzt, weil Befunde solcher Aufzeichnungen es nennen; im Text des Entwurfs fehlte es.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/remarks.py"/>
        <source>Added from the findings; the drafted text left it out.</source>
        <translation>Aus den Merkmalen ergänzt; im Text des Entwurfs fehlte es.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/remarks.py"/>
        <source>Added from the measurements; the drafted text left it out.</source>
        <translation>Aus den Messwerten ergänzt; im Text des Entwurfs fehlte es.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>Amplitudes are unusually large (about {typical_mv} mV): check the gain.</source>
        <translation>Amplituden ungewöhnlich groß (etwa {typical_mv} mV): Verstärkung prüfen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>An important finding is missing.</source>
        <translation>Ein wichtiger Befund fehlt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/measuring_process.py"/>
        <source>Another process can't be started ({given}).</source>
        <translation>Ein weiterer Prozess lässt sich nicht starten ({given}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/training_runs.py"/>
        <source>Another result of this run is on record.</source>
        <translation>Zu diesem Training ist schon ein anderes Ergebnis festgehalten.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/users.py"/>
        <source>Ask an administrator of this workspace to unlock it.</source>
        <translation>Bitten Sie einen Administrator dieses Arbeitsbereichs, ihn zu entsperren.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/rights.py"/>
        <source>Ask an administrator of this workspace.</source>
        <translation>Fragen Sie einen Administrator dieses Arbeitsbereichs.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/users.py"/>
        <source>Ask an administrator to add you.</source>
        <translation>Bitten Sie einen Administrator, Sie anzulegen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/beginning.py"/>
        <source>At least {least_reports} and {least_held_out} are needed; about {hold_out_share} of patients are held out.</source>
        <translation>Nötig sind mindestens {least_reports} und {least_held_out}; etwa {hold_out_share} der Patienten werden zurückgehalten.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <source>CSV with one column per lead</source>
        <translation>CSV mit einer Spalte je Ableitung</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/channels.py"/>
        <source>Channels not used: {unused}.</source>
        <translation>Nicht verwendete Kanäle: {unused}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>Check its folder and open it again.</source>
        <translation>Prüfen Sie seinen Ordner und öffnen Sie ihn erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/studies.py"/>
        <source>Check its id in the worklist.</source>
        <translation>Prüfen Sie die ID in der Arbeitsliste.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/ratings.py"/>
        <source>Check its name, or leave it out for all studies.</source>
        <translation>Prüfen Sie den Namen, oder lassen Sie ihn für alle EKGs weg.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>Check its permissions, then open it again.</source>
        <translation>Prüfen Sie die Rechte und öffnen Sie ihn dann erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/reading.py"/>
        <source>Check that it exists and that you may read it.</source>
        <translation>Prüfen Sie, ob sie vorhanden ist und Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/importing.py"/>
        <location filename="../../meit_core/services/watching.py"/>
        <source>Check that it is still there.</source>
        <translation>Prüfen Sie, ob sie noch da ist.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>Check that the file and its folder exist and that you may read and write them.</source>
        <translation>Prüfen Sie, ob Datei und Ordner vorhanden sind und Sie darin lesen und schreiben dürfen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>Check that the files are present and that you may read them.</source>
        <translation>Prüfen Sie, ob die Dateien vorhanden sind und Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/watching.py"/>
        <source>Check that you may read it, or choose another.</source>
        <translation>Prüfen Sie, ob Sie ihn lesen dürfen, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <location filename="../../meit_core/formats/finding.py"/>
        <location filename="../../meit_core/store/opening.py"/>
        <source>Check that you may read it.</source>
        <translation>Prüfen Sie, ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>Check the disk and its free space, then try again.</source>
        <translation>Prüfen Sie die Festplatte und ihren freien Platz und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/legibility.py"/>
        <source>Check the electrodes and record again.</source>
        <translation>Prüfen Sie die Elektroden und schreiben Sie das EKG erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>Check the electrodes and the export, and record or export again.</source>
        <translation>Prüfen Sie Elektroden und Export, und zeichnen oder exportieren Sie erneut auf.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/users.py"/>
        <source>Check the name in the list of users.</source>
        <translation>Prüfen Sie den Namen in der Benutzerliste.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/finding.py"/>
        <location filename="../../meit_core/store/opening.py"/>
        <source>Check the path.</source>
        <translation>Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>Check the permissions of its file and folder, then open it again.</source>
        <translation>Prüfen Sie die Rechte von Datei und Ordner und öffnen Sie ihn dann erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>Check the unit and gain in the file and export it again; nothing is rescaled by guess.</source>
        <translation>Prüfen Sie Einheit und Verstärkung in der Datei und exportieren Sie erneut; umgerechnet wird nichts auf Verdacht.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurements.py"/>
        <source>Check them and record again.</source>
        <translation>Prüfen Sie sie und schreiben Sie das EKG erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/exchange/whole_file.py"/>
        <source>Choose a folder that exists.</source>
        <translation>Wählen Sie einen vorhandenen Ordner.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/watching.py"/>
        <source>Choose a folder that is there.</source>
        <translation>Wählen Sie einen vorhandenen Ordner.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/watching.py"/>
        <source>Choose a folder that only recordings come into.</source>
        <translation>Wählen Sie einen Ordner, in den nur Aufzeichnungen kommen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>Choose a folder that you may write to, with some free space.</source>
        <translation>Wählen Sie einen Ordner mit freiem Platz, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/users.py"/>
        <source>Choose a longer one.</source>
        <translation>Wählen Sie ein längeres.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>Choose a workspace's file.</source>
        <translation>Wählen Sie die Datei eines Arbeitsbereichs.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>Choose another file, or restore a backup in its place.</source>
        <translation>Wählen Sie eine andere Datei, oder stellen Sie an ihrer Stelle eine Sicherung wieder her.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>Choose another file, or restore a backup.</source>
        <translation>Wählen Sie eine andere Datei, oder stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/migrating.py"/>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/training_runs.py"/>
        <source>Choose another folder with --out, or start anew.</source>
        <translation>Wählen Sie einen anderen Ordner (--out), oder starten Sie neu.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/own_packs.py"/>
        <source>Choose another name; backups replace nothing.</source>
        <translation>Wählen Sie einen anderen Namen; Sicherungen ersetzen nichts.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/users.py"/>
        <source>Choose another user name.</source>
        <translation>Wählen Sie einen anderen Benutzernamen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/serial_comparison.py"/>
        <source>Choose one of the earlier studies of this patient.</source>
        <translation>Wählen Sie eines der früheren EKGs dieses Patienten.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>Close it there and open it here again.</source>
        <translation>Schließen Sie ihn dort und öffnen Sie ihn hier erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/finishing.py"/>
        <source>Close it there, then keep the result with 'meit retrain --resume'.</source>
        <translation>Schließen Sie ihn dort und sichern Sie das Ergebnis mit 'meit retrain --resume'.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>Close other programs and draft again, or use a smaller pack.</source>
        <translation>Schließen Sie andere Programme und entwerfen Sie erneut, oder verwenden Sie ein kleineres Paket.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/child.py"/>
        <source>Close other programs and start again.</source>
        <translation>Schließen Sie andere Programme und starten Sie erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/measuring_process.py"/>
        <source>Close other programs and try again.</source>
        <translation>Schließen Sie andere Programme und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/measuring_process.py"/>
        <source>Close other programs if memory is short, and try again.</source>
        <translation>Schließen Sie andere Programme, wenn der Arbeitsspeicher knapp ist, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/exchange/whole_file.py"/>
        <source>Close the file if it is open, free some space or choose another folder.</source>
        <translation>Schließen Sie die Datei, falls sie offen ist, schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Complete but for a detail.</source>
        <translation>Vollständig bis auf eine Einzelheit.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Completeness</source>
        <translation>Vollständigkeit</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/remarks.py"/>
        <source>Confidence {probability}.</source>
        <translation>Sicherheit {probability}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Consistent from findings to conclusion.</source>
        <translation>Schlüssig vom Befund bis zur Beurteilung.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Consistent, order could be better.</source>
        <translation>Schlüssig, Reihenfolge verbesserbar.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>Copy both files together.</source>
        <translation>Kopieren Sie beide Dateien zusammen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/reading.py"/>
        <source>Copy or export the recording again.</source>
        <translation>Kopieren oder exportieren Sie die Aufzeichnung erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>Copy or export the recording again; the header and its signal files belong together.</source>
        <translation>Kopieren oder exportieren Sie die Aufzeichnung erneut; Header und Signaldateien gehören zusammen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/importing.py"/>
        <source>Correct this and import again: those are recognised.</source>
        <translation>Beheben Sie das und importieren Sie erneut: Schon Importiertes wird erkannt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/saved_filters.py"/>
        <source>Delete one that isn't used.</source>
        <translation>Löschen Sie einen nicht benutzten.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/calipers.py"/>
        <source>Delete those you don't need.</source>
        <translation>Löschen Sie nicht benötigte.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/channels.py"/>
        <source>Derived from the other limb leads: {derived}.</source>
        <translation>Aus den anderen Extremitätenableitungen berechnet: {derived}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Diagnostic accuracy</source>
        <translation>Diagnostische Richtigkeit</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/guard.py"/>
        <source>Does not go with “{sentence}” above.</source>
        <translation>Passt nicht zu „{sentence}“ weiter oben.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/reports.py"/>
        <source>Don't use the report.</source>
        <translation>Verwenden Sie den Befund nicht.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>Don't write to it any more.</source>
        <translation>Schreiben Sie nichts mehr hinein.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/reports.py"/>
        <source>Edit its text and sign it; addenda come after that.</source>
        <translation>Ändern Sie seinen Text und signieren Sie ihn; Nachträge kommen danach.</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/measured_evidence.py"/>
        <source>Every QRS complex follows a P wave by {pr_ms} ms.</source>
        <translation>Jeder QRS-Komplex folgt einer P-Welle nach {pr_ms} ms.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/channels.py"/>
        <source>Export all 12 leads.</source>
        <translation>Exportieren Sie alle 12 Ableitungen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <source>Export at a fixed sampling rate.</source>
        <translation>Exportieren Sie mit fester Abtastrate.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>Export the 12-lead ECG alone, without other channels and at its original rate.</source>
        <translation>Exportieren Sie nur das 12-Kanal-EKG, ohne andere Kanäle und mit seiner ursprünglichen Abtastrate.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <location filename="../../meit_core/services/importing.py"/>
        <source>Export the 12-lead ECG alone.</source>
        <translation>Exportieren Sie nur das 12-Kanal-EKG.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/channels.py"/>
        <source>Export the leads in mV, µV or V.</source>
        <translation>Exportieren Sie die Ableitungen in mV, µV oder V.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>Export the part to be read as a 12-lead ECG of 10 s.</source>
        <translation>Exportieren Sie den zu befundenden Teil als 12-Kanal-EKG von 10 s.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>Export the part to be read as a single 12-lead record.</source>
        <translation>Exportieren Sie den zu befundenden Teil als einzelne 12-Kanal-Aufzeichnung.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/channels.py"/>
        <source>Export the recording again from the ECG device.</source>
        <translation>Exportieren Sie die Aufzeichnung erneut aus dem EKG-Gerät.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>Export the recording again with its sampling rate.</source>
        <translation>Exportieren Sie die Aufzeichnung erneut mit ihrer Abtastrate.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <source>Export the recording again.</source>
        <translation>Exportieren Sie die Aufzeichnung erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>Export the recording at its original rate, usually 500 Hz.</source>
        <translation>Exportieren Sie die Aufzeichnung mit ihrer ursprünglichen Abtastrate, meist 500 Hz.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>Export the recording in WFDB format 16.</source>
        <translation>Exportieren Sie die Aufzeichnung im WFDB-Format 16.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>Export the whole recording.</source>
        <translation>Exportieren Sie die ganze Aufzeichnung.</translation>
    </message>
    <message>
        <location filename="../../meit_core/signal/found_beats.py"/>
        <source>Fewer than two heart beats were found.</source>
        <translation>Weniger als zwei Herzschläge gefunden.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/guard.py"/>
        <source>Findings head:</source>
        <translation>Merkmale:</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/guard.py"/>
        <source>Findings head: {finding}.</source>
        <translation>Merkmale: {finding}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Follows, with a gap or a repetition.</source>
        <translation>Nachvollziehbar, mit einer Lücke oder Wiederholung.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/reading.py"/>
        <source>Formats read today: {readable}.</source>
        <translation>Lesbare Formate: {readable}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>Free some space and save again.</source>
        <translation>Schaffen Sie Platz und speichern Sie erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/own_packs.py"/>
        <source>Free some space or choose another folder.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/plan.py"/>
        <source>Free some space, or choose another folder with --out.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Ordner (--out).</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/own_packs.py"/>
        <source>Free some space, then promote again.</source>
        <translation>Schaffen Sie Platz, und setzen Sie es dann erneut ein.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/rating.py"/>
        <source>Give every criterion a score from 1 to 5.</source>
        <translation>Vergeben Sie für jedes Kriterium 1 bis 5 Punkte.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/saved_filters.py"/>
        <source>Give it one, such as Night shift.</source>
        <translation>Geben Sie ihm einen, zum Beispiel Nachtdienst.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/finishing.py"/>
        <source>Go on with 'meit retrain --resume'.</source>
        <translation>Setzen Sie es fort mit 'meit retrain --resume'.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/beginning.py"/>
        <source>Go on with --resume, or choose another.</source>
        <translation>Setzen Sie es fort (--resume), oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/reading.py"/>
        <source>Import the folder instead, or choose a file in it.</source>
        <translation>Importieren Sie stattdessen den Ordner, oder wählen Sie eine Datei darin.</translation>
    </message>
    <message>
        <location filename="../../meit_core/model/packs/pack.py"/>
        <source>Install the pack again from where it came from; it was not loaded.</source>
        <translation>Installieren Sie das Paket neu von seiner Quelle; es wurde nicht geladen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/faults.py"/>
        <source>Install the program again with `python3 installer/bootstrap.py run`.</source>
        <translation>Installieren Sie das Programm neu mit `python3 installer/bootstrap.py run`.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/migrating.py"/>
        <source>It is unchanged.</source>
        <translation>Er ist unverändert.</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/measured_evidence.py"/>
        <source>J point in {leads}: {values} mV.</source>
        <translation>J-Punkt in {leads}: {values} mV.</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/measured_evidence.py"/>
        <source>Largest QRS complex of the chest leads {chest} mV; low means less than {limit} mV.</source>
        <translation>Größter QRS-Komplex der Brustwandableitungen {chest} mV; Niedervoltage heißt unter {limit} mV.</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/measured_evidence.py"/>
        <source>Largest QRS complex of the limb leads {limb} mV; low means less than {limit} mV.</source>
        <translation>Größter QRS-Komplex der Extremitätenableitungen {limb} mV; Niedervoltage heißt unter {limit} mV.</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/measured_evidence.py"/>
        <source>Largest QRS complex {limb_mv} mV in the limb leads and {chest_mv} mV in the chest leads.</source>
        <translation>Größter QRS-Komplex {limb_mv} mV in den Extremitäten- und {chest_mv} mV in den Brustwandableitungen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/channels.py"/>
        <source>Lasts {fs_hz} s; a draft reads the first {standard_seconds} s.</source>
        <translation>Dauer {fs_hz} s; ein Entwurf liest die ersten {standard_seconds} s.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/channels.py"/>
        <source>Lead {lead} has too few valid samples and is left out.</source>
        <translation>Ableitung {lead} hat zu wenige gültige Abtastwerte und wird ausgelassen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/channels.py"/>
        <source>Lead {lead} is given in “{unit}”, which is not a voltage this program knows.</source>
        <translation>Ableitung {lead} ist in „{unit}“ angegeben, das ist keine bekannte Spannungseinheit.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/channels.py"/>
        <source>Lead {lead}: {n_invalid} invalid samples filled by interpolation, longest gap {fs_hz} ms.</source>
        <translation>Ableitung {lead}: {n_invalid} ungültige Abtastwerte interpoliert, längste Lücke {fs_hz} ms.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>Lead {name} is flat.</source>
        <translation>Ableitung {name} zeigt nur eine Nulllinie.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>Lead {name} spans {spread_mv} mV: check the electrode.</source>
        <translation>Ableitung {name} reicht über {spread_mv} mV: Elektrode prüfen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <source>Line {number} of the CSV file has {cells} values instead of {n_columns}: it may be cut off.</source>
        <translation>Zeile {number} der CSV-Datei hat {cells} statt {n_columns} Werte: Sie ist vielleicht abgeschnitten.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <source>Line {number} of the CSV file holds something that is not a number.</source>
        <translation>Zeile {number} der CSV-Datei enthält etwas, das keine Zahl ist.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Logical consistency</source>
        <translation>Schlüssigkeit</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/legibility.py"/>
        <source>Look at the patient, then record again.</source>
        <translation>Sehen Sie nach dem Patienten und schreiben Sie das EKG erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Main finding right, another one wrong.</source>
        <translation>Hauptbefund richtig, ein anderer falsch.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/worklist.py"/>
        <source>Mark a study that is to be read.</source>
        <translation>Markieren Sie ein EKG, das noch zu befunden ist.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/guard.py"/>
        <source>Measured {measured}/min.</source>
        <translation>Gemessen: {measured}/min.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Medical terminology accuracy</source>
        <translation>Fachsprache</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/channels.py"/>
        <source>Missing and not derivable: {missing}.</source>
        <translation>Fehlt und ist nicht berechenbar: {missing}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/calipers.py"/>
        <source>More than {most_calipers} calipers can't be saved.</source>
        <translation>Mehr als {most_calipers} Messzirkel lassen sich nicht speichern.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Mostly right, one term is misused or vague.</source>
        <translation>Meist richtig, ein Begriff falsch oder unscharf.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/marking.py"/>
        <source>Move the mark instead.</source>
        <translation>Verschieben Sie stattdessen die Marke.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/beginning.py"/>
        <source>Name PTB-XL's folder with --root, or accept that with --without-public-data.</source>
        <translation>Nennen Sie den Ordner von PTB-XL (--root), oder nehmen Sie das in Kauf (--without-public-data).</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/beginning.py"/>
        <source>Name the folder that holds ptbxl_database.csv with --root.</source>
        <translation>Nennen Sie den Ordner mit ptbxl_database.csv (--root).</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/measured_evidence.py"/>
        <source>No beat comes early or late: all RR intervals are alike.</source>
        <translation>Kein Schlag kommt zu früh oder zu spät: Alle RR-Intervalle sind gleich.</translation>
    </message>
    <message>
        <location filename="../../meit_core/signal/averaged_beat.py"/>
        <source>No beat lies wholly within the recording, with P and T.</source>
        <translation>Kein Schlag liegt mit P und T ganz in der Aufzeichnung.</translation>
    </message>
    <message>
        <location filename="../../meit_core/signal/measure.py"/>
        <source>No beat lies wholly within the recording.</source>
        <translation>Kein Schlag liegt ganz in der Aufzeichnung.</translation>
    </message>
    <message>
        <location filename="../../meit_core/signal/measure.py"/>
        <source>No end of the T wave could be found.</source>
        <translation>Kein Ende der T-Welle gefunden.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/beginning.py"/>
        <source>No interrupted retraining was found.</source>
        <translation>Kein unterbrochenes Nachtrainieren gefunden.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/legibility.py"/>
        <location filename="../../meit_core/signal/found_beats.py"/>
        <source>No lead carries a usable signal.</source>
        <translation>Keine Ableitung hat ein brauchbares Signal.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/legibility.py"/>
        <source>No repeating beat can be told from noise (beats resemble their median by {coherence}; at least {least_coherence} is needed).</source>
        <translation>Kein wiederkehrender Schlag hebt sich vom Rauschen ab (Schläge gleichen ihrem Median zu {coherence}; nötig ist mindestens {least_coherence}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <location filename="../../meit_core/drafting/faults.py"/>
        <source>No study is affected.</source>
        <translation>Kein EKG ist betroffen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>Not measured in either: {now}</source>
        <translation>In beiden nicht messbar: {now}</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>Not measured {when}: {reason}</source>
        <translation>Nicht messbar ({when}): {reason}</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/manual_reading.py"/>
        <source>Not measured.</source>
        <translation>Nicht gemessen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>Not measured:</source>
        <translation>Nicht messbar:</translation>
    </message>
    <message>
        <location filename="../../meit_core/signal/measure.py"/>
        <source>Not measured: no P wave with a fixed relation to the QRS complex was found.</source>
        <translation>Nicht messbar: keine P-Welle mit festem Bezug zum QRS-Komplex.</translation>
    </message>
    <message>
        <location filename="../../meit_core/signal/measure.py"/>
        <source>Not measured: the rhythm is irregular without consistent P waves, as in atrial fibrillation.</source>
        <translation>Nicht messbar: unregelmäßiger Rhythmus ohne einheitliche P-Wellen, wie bei Vorhofflimmern.</translation>
    </message>
    <message>
        <location filename="../../meit_core/signal/measure.py"/>
        <source>Not measured: the ventricles are paced.</source>
        <translation>Nicht messbar: ventrikuläre Stimulation.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/rating.py"/>
        <source>Not rated yet: {missing}.</source>
        <translation>Noch nicht bewertet: {missing}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>Nothing is lost.</source>
        <translation>Nichts ist verloren.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Nothing is missing.</source>
        <translation>Nichts fehlt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/measuring_process.py"/>
        <source>Nothing saved is lost.</source>
        <translation>Nichts Gespeichertes ist verloren.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/plan.py"/>
        <source>Nothing was begun.</source>
        <translation>Nichts wurde begonnen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/users.py"/>
        <source>Nothing was signed.</source>
        <translation>Nichts wurde signiert.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/child.py"/>
        <source>Nothing was trained.</source>
        <translation>Nichts wurde gelernt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/rights.py"/>
        <source>Only an administrator may do this.</source>
        <translation>Das darf nur ein Administrator.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/measuring_process.py"/>
        <location filename="../../meit_core/store/database.py"/>
        <source>Open it again.</source>
        <translation>Öffnen Sie ihn erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>Open it for writing to change something.</source>
        <translation>Öffnen Sie ihn zum Schreiben, um etwas zu ändern.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>Open it once where it may be written and nobody else has it open.</source>
        <translation>Öffnen Sie ihn einmal dort, wo geschrieben werden darf und niemand sonst ihn offen hat.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/workspace.py"/>
        <source>Open it without --demo.</source>
        <translation>Öffnen Sie ihn ohne --demo.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/calipers.py"/>
        <source>Open the study again and set it anew.</source>
        <translation>Öffnen Sie das EKG erneut und setzen Sie ihn neu.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/drafts.py"/>
        <source>Open the study again.</source>
        <translation>Öffnen Sie das EKG erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>P axis</source>
        <translation>P-Achse</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>P duration</source>
        <translation>P-Dauer</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>P duration {value}</source>
        <translation>P-Dauer {value}</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/beat_marks.py"/>
        <source>P off</source>
        <translation>P-Ende</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/beat_marks.py"/>
        <source>P on</source>
        <translation>P-Beginn</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/measured_evidence.py"/>
        <source>P waves at {atrial}/min, ventricles at {ventricular}/min, without relation.</source>
        <translation>P-Wellen {atrial}/min, Kammern {ventricular}/min, ohne Bezug zueinander.</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/measured_evidence.py"/>
        <source>P waves at {atrial}/min, ventricles at {ventricular}/min: every second P wave is conducted.</source>
        <translation>P-Wellen {atrial}/min, Kammern {ventricular}/min: Jede zweite P-Welle wird übergeleitet.</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>PR</source>
        <translation>PQ</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>PR {value}</source>
        <translation>PQ {value}</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/importing.py"/>
        <source>Please report this fault.</source>
        <translation>Bitte melden Sie diesen Fehler.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <source>Put the lead names in the first row.</source>
        <translation>Schreiben Sie die Namen der Ableitungen in die erste Zeile.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>QRS axis</source>
        <translation>QRS-Achse</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>QRS axis {value}</source>
        <translation>QRS-Achse {value}</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/beat_marks.py"/>
        <source>QRS off</source>
        <translation>QRS-Ende</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/beat_marks.py"/>
        <source>QRS on</source>
        <translation>QRS-Beginn</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>QTc (Bazett)</source>
        <translation>QTc (Bazett)</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>QTc (Framingham)</source>
        <translation>QTc (Framingham)</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>RR intervals</source>
        <translation>RR-Intervalle</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>Rate</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/rating.py"/>
        <source>Rate again.</source>
        <translation>Bewerten Sie erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/signal/averaged_beat.py"/>
        <source>Read the whole recording instead.</source>
        <translation>Befunden Sie stattdessen die ganze Aufzeichnung.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>Rename the header and open it again.</source>
        <translation>Benennen Sie den Header um und öffnen Sie ihn erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/reports.py"/>
        <source>Restore a backup and tell your administrator.</source>
        <translation>Stellen Sie eine Sicherung wieder her und verständigen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/waveform_codec.py"/>
        <source>Restore a backup; other studies are safe.</source>
        <translation>Stellen Sie eine Sicherung wieder her; andere EKGs sind sicher.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>Restore the latest backup, which lies beside it or where backups are kept.</source>
        <translation>Stellen Sie die letzte Sicherung wieder her; sie liegt daneben oder am Ort der Sicherungen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Right but for a detail without consequence.</source>
        <translation>Richtig bis auf eine folgenlose Einzelheit.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Right terms, small departures from standard wording.</source>
        <translation>Richtige Begriffe, etwas unübliche Formulierung.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Right.</source>
        <translation>Richtig.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/importing.py"/>
        <source>Saving</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/promotions.py"/>
        <source>See 'meit packs list'.</source>
        <translation>Siehe 'meit packs list'.</translation>
    </message>
    <message>
        <location filename="../../meit_core/model/packs/pack.py"/>
        <source>See the names with 'meit packs list', or give a pack's folder.</source>
        <translation>Die Namen zeigt 'meit packs list', oder geben Sie den Ordner eines Pakets an.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/marking.py"/>
        <source>Set them again on the median beat.</source>
        <translation>Setzen Sie sie im Medianschlag neu.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Several terms are misused.</source>
        <translation>Mehrere Begriffe falsch verwendet.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/legibility.py"/>
        <source>Signal quality insufficient for a report.</source>
        <translation>Signalqualität für einen Befund unzureichend.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Standard terms throughout.</source>
        <translation>Durchgehend übliche Fachbegriffe.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/beginning.py"/>
        <location filename="../../meit_core/services/retraining/plan.py"/>
        <source>Start a new one with 'meit retrain'.</source>
        <translation>Starten Sie ein neues mit 'meit retrain'.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/training_runs.py"/>
        <source>Start a new run with 'meit retrain'.</source>
        <translation>Starten Sie ein neues Training mit 'meit retrain'.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/finishing.py"/>
        <source>Start a new run.</source>
        <translation>Starten Sie ein neues Training.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Statements exclude each other.</source>
        <translation>Aussagen schließen einander aus.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>T axis</source>
        <translation>T-Achse</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/beat_marks.py"/>
        <source>T off</source>
        <translation>T-Ende</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/beat_marks.py"/>
        <source>T on</source>
        <translation>T-Beginn</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/saved_filters.py"/>
        <source>Take at most {longest_name} letters.</source>
        <translation>Höchstens {longest_name} Zeichen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Terms are wrong or not ECG language.</source>
        <translation>Begriffe falsch oder keine EKG-Sprache.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/serial_comparison.py"/>
        <source>That is no earlier ECG of the same patient.</source>
        <translation>Das ist kein früheres EKG desselben Patienten.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <source>The CSV file doesn't say its sampling rate.</source>
        <translation>Die CSV-Datei nennt ihre Abtastrate nicht.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <source>The CSV file has a header row but no samples.</source>
        <translation>Die CSV-Datei hat eine Kopfzeile, aber keine Abtastwerte.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <source>The CSV file has no header row.</source>
        <translation>Die CSV-Datei hat keine Kopfzeile.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <source>The CSV file is larger than 64 MB.</source>
        <translation>Die CSV-Datei ist größer als 64 MB.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>The WFDB header is too large to be one.</source>
        <translation>Der WFDB-Header ist zu groß, um einer zu sein.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>The WFDB header names no signals.</source>
        <translation>Der WFDB-Header nennt keine Signale.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>The WFDB header or its signal file is damaged and can't be read.</source>
        <translation>Der WFDB-Header oder seine Signaldatei ist beschädigt und nicht lesbar.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>The WFDB header points to a signal file outside its own folder.</source>
        <translation>Der WFDB-Header verweist auf eine Signaldatei außerhalb seines Ordners.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>The WFDB record has a header but no samples.</source>
        <translation>Die WFDB-Aufzeichnung hat einen Header, aber keine Abtastwerte.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/reporting.py"/>
        <source>The addendum is empty.</source>
        <translation>Der Nachtrag ist leer.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>The amplitude of about {typical_mv} mV can't be an ECG: the unit or gain is probably wrong.</source>
        <translation>Eine Amplitude von etwa {typical_mv} mV kann kein EKG sein: Einheit oder Verstärkung stimmen wohl nicht.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>The amplitude of about {typical_mv} µV is too small for an ECG: the unit or gain is probably wrong.</source>
        <translation>Die Amplitude von etwa {typical_mv} µV ist für ein EKG zu klein: Einheit oder Verstärkung stimmen wohl nicht.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>The conclusion doesn't follow from the findings.</source>
        <translation>Die Beurteilung folgt nicht aus den Befunden.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>The disk did not take the change or could not be read.</source>
        <translation>Die Festplatte nahm die Änderung nicht an oder war nicht lesbar.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>The disk is full: the change could not be saved.</source>
        <translation>Die Festplatte ist voll: Die Änderung konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/limits.py"/>
        <source>The draft is about the first {standard_seconds} of {seconds} s.</source>
        <translation>Der Entwurf betrifft die ersten {standard_seconds} von {seconds} s.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurements.py"/>
        <source>The electrodes of the arms are probably exchanged: P and QRS are upside down in I, while V6 looks as usual.</source>
        <translation>Die Armelektroden sind wahrscheinlich vertauscht: P und QRS stehen in I auf dem Kopf, während V6 wie üblich aussieht.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>The file announces {n_samples} samples; at most {most_samples} are read.</source>
        <translation>Die Datei kündigt {n_samples} Abtastwerte an; höchstens {most_samples} werden gelesen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>The file gives no usable sampling rate.</source>
        <translation>Die Datei nennt keine brauchbare Abtastrate.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/channels.py"/>
        <source>The file holds no ECG lead: none of its channels is named I, II, III, aVR, aVL, aVF or V1 to V6.</source>
        <translation>Die Datei enthält keine EKG-Ableitung: Kein Kanal heißt I, II, III, aVR, aVL, aVF oder V1 bis V6.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/migrating.py"/>
        <source>The file is a database, but not a MEIT workspace.</source>
        <translation>Die Datei ist eine Datenbank, aber kein MEIT-Arbeitsbereich.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/reading.py"/>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>The file is not a MEIT workspace, or it is damaged.</source>
        <translation>Die Datei ist kein MEIT-Arbeitsbereich, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/importing.py"/>
        <source>The file is unchanged.</source>
        <translation>Die Datei ist unverändert.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/reading.py"/>
        <source>The file is {head}.</source>
        <translation>Die Datei ist {head}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>The file is {what}.</source>
        <translation>Die Datei ist {what}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <location filename="../../meit_core/formats/reading.py"/>
        <source>The file {name} can't be opened ({fault}).</source>
        <translation>Die Datei {name} lässt sich nicht öffnen ({fault}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/importing.py"/>
        <source>The file {name} can't be read ({fault}).</source>
        <translation>Die Datei {name} ist nicht lesbar ({fault}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/saved_filters.py"/>
        <source>The filter has no name.</source>
        <translation>Der Filter hat keinen Namen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/watching.py"/>
        <source>The folder can't be listed.</source>
        <translation>Der Inhalt des Ordners ist nicht lesbar.</translation>
    </message>
    <message>
        <location filename="../../meit_core/exchange/whole_file.py"/>
        <source>The folder for {what} doesn't exist.</source>
        <translation>Der Ordner für {what} ist nicht vorhanden.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/beginning.py"/>
        <source>The folder {name} already holds a retraining.</source>
        <translation>Im Ordner {name} liegt schon ein Nachtrainieren.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/finding.py"/>
        <source>The folder {name} can't be listed ({fault}).</source>
        <translation>Der Inhalt des Ordners {name} ist nicht lesbar ({fault}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/plan.py"/>
        <source>The folder {name} holds no retraining that could go on.</source>
        <translation>Im Ordner {name} liegt kein Nachtrainieren zum Fortsetzen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/model/packs/pack.py"/>
        <source>The folder {name} isn't a complete model pack.</source>
        <translation>Der Ordner {name} ist kein vollständiges Modellpaket.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>The language model needs {needed_bytes} of memory, but only {free_bytes} are free.</source>
        <translation>Das Sprachmodell braucht {needed_bytes} Speicher, aber nur {free_bytes} sind frei.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/faults.py"/>
        <source>The library {name}, which the model needs, isn't installed.</source>
        <translation>Die Bibliothek {name}, die das Modell braucht, ist nicht installiert.</translation>
    </message>
    <message>
        <location filename="../../meit_core/signal/measure.py"/>
        <source>The limb leads I and aVF show too little for an axis.</source>
        <translation>Die Ableitungen I und aVF zeigen zu wenig für eine Achse.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>The main finding is missing.</source>
        <translation>Der Hauptbefund fehlt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/marking.py"/>
        <source>The marks can be looked at; add an addendum.</source>
        <translation>Die Marken sind einsehbar; schreiben Sie einen Nachtrag.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/marking.py"/>
        <source>The marks don't follow each other as P, QRS and T.</source>
        <translation>Die Marken folgen nicht als P, QRS und T aufeinander.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/faults.py"/>
        <source>The model failed for a reason the program doesn't know.</source>
        <translation>Das Modell ist aus unbekanntem Grund gescheitert.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/host_line.py"/>
        <source>The model has not answered for five minutes.</source>
        <translation>Das Modell hat seit fünf Minuten nicht geantwortet.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/host_client.py"/>
        <source>The model is busy with another draft.</source>
        <translation>Das Modell schreibt gerade einen anderen Entwurf.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/faults.py"/>
        <source>The model pack can't be loaded by this program.</source>
        <translation>Dieses Programm kann das Modellpaket nicht laden.</translation>
    </message>
    <message>
        <location filename="../../meit_core/model/packs/pack.py"/>
        <source>The model pack {name} was changed after it was made ({changed}).</source>
        <translation>Das Modellpaket {name} wurde nach seiner Herstellung verändert ({changed}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/faults.py"/>
        <source>The model ran out of memory.</source>
        <translation>Der Speicher reichte für das Modell nicht.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/under_way.py"/>
        <source>The model wrote nothing for this recording.</source>
        <translation>Das Modell hat zu dieser Aufzeichnung nichts geschrieben.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/faults.py"/>
        <source>The model's libraries or files can't be read on this machine.</source>
        <translation>Bibliotheken oder Dateien des Modells sind auf diesem Rechner nicht lesbar.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/host_process.py"/>
        <source>The model's process can't be started ({given}).</source>
        <translation>Der Prozess des Modells lässt sich nicht starten ({given}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/host_process.py"/>
        <source>The model's process stopped unexpectedly.</source>
        <translation>Der Prozess des Modells endete unerwartet.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/host_process.py"/>
        <source>The model's process was ended from outside, most often because memory ran out.</source>
        <translation>Der Prozess des Modells wurde von außen beendet, meist weil der Arbeitsspeicher nicht reichte.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/saved_filters.py"/>
        <source>The name is too long.</source>
        <translation>Der Name ist zu lang.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/finishing.py"/>
        <source>The new pack is ready, but the workspace is in use by somebody else.</source>
        <translation>Das neue Paket ist fertig, aber der Arbeitsbereich wird von jemand anderem benutzt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/own_packs.py"/>
        <source>The pack can't be copied beside the workspace ({fault}).</source>
        <translation>Das Paket lässt sich nicht neben den Arbeitsbereich kopieren ({fault}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/own_packs.py"/>
        <source>The pack in use stays.</source>
        <translation>Das benutzte Paket bleibt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/finishing.py"/>
        <source>The pack of this run was changed after it was compared.</source>
        <translation>Das Paket dieses Trainings wurde nach dem Vergleich verändert.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/users.py"/>
        <source>The password has fewer than {shortest_password} characters.</source>
        <translation>Das Passwort hat weniger als {shortest_password} Zeichen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/users.py"/>
        <source>The password is wrong.</source>
        <translation>Das Passwort ist falsch.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/limits.py"/>
        <source>The patient is {age} years old; the model has learnt from adults.</source>
        <translation>Der Patient ist {age} Jahre alt; das Modell hat an Erwachsenen gelernt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/viewing.py"/>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/users.py"/>
        <source>The printed name is missing.</source>
        <translation>Der Name für Befunde fehlt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/serial_comparison.py"/>
        <source>The prior</source>
        <translation>Vor-EKG</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/importing.py"/>
        <source>The program failed on this file.</source>
        <translation>Das Programm ist an dieser Datei gescheitert.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/measuring_process.py"/>
        <source>The program that reads and measures recordings was ended from outside, or by what it read.</source>
        <translation>Das Programm, das Aufzeichnungen einliest und vermisst, wurde von außen oder durch die gelesene Datei beendet.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/promotions.py"/>
        <source>The program's own pack is in use; there is nothing to go back to.</source>
        <translation>Das mitgelieferte Paket ist in Gebrauch; es gibt kein früheres.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/limits.py"/>
        <source>The rate is {rate}/min; the model has hardly seen any above {fastest_per_min}/min.</source>
        <translation>Die Frequenz beträgt {rate}/min; über {fastest_per_min}/min hat das Modell kaum gelernt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/limits.py"/>
        <source>The rate is {rate}/min; the model has hardly seen any below {slowest_per_min}/min.</source>
        <translation>Die Frequenz beträgt {rate}/min; unter {slowest_per_min}/min hat das Modell kaum gelernt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/channels.py"/>
        <source>The recording has {has}; {missing} are missing and can't be derived.</source>
        <translation>Die Aufzeichnung enthält {has}; {missing} fehlen und lassen sich nicht berechnen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/channels.py"/>
        <source>The recording holds no valid samples: every lead is empty or not a number.</source>
        <translation>Die Aufzeichnung enthält keine gültigen Abtastwerte: Jede Ableitung ist leer oder keine Zahl.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>The recording is empty: every sample of each lead has the same value.</source>
        <translation>Die Aufzeichnung ist leer: Alle Abtastwerte jeder Ableitung sind gleich.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>The recording is stored in several WFDB segments, which is used for long recordings.</source>
        <translation>Die Aufzeichnung besteht aus mehreren WFDB-Segmenten, wie es bei Langzeitaufzeichnungen üblich ist.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>The recording lasts {duration_s} min; at most {longest_s} min are read.</source>
        <translation>Die Aufzeichnung dauert {duration_s} min; höchstens {longest_s} min werden gelesen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>The recording lasts {duration_s} s; at least {shortest_s} s are needed.</source>
        <translation>Die Aufzeichnung dauert {duration_s} s; nötig sind mindestens {shortest_s} s.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/limits.py"/>
        <source>The recording lasts {seconds} s; the model has learnt from {standard_seconds} s.</source>
        <translation>Die Aufzeichnung dauert {seconds} s; das Modell hat an {standard_seconds} s gelernt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/importing.py"/>
        <source>The recording's files are larger than {largest_bytes} MB.</source>
        <translation>Die Dateien der Aufzeichnung sind größer als {largest_bytes} MB.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/calipers.py"/>
        <source>The report is signed, so new calipers aren't saved.</source>
        <translation>Der Befund ist signiert, neue Messzirkel werden nicht gespeichert.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/plan.py"/>
        <source>The run's folder can't be written ({fault}).</source>
        <translation>Der Ordner des Trainings ist nicht beschreibbar ({fault}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>The samples are stored in WFDB format {index}, which isn't read.</source>
        <translation>Die Abtastwerte stehen im WFDB-Format {index}, das nicht gelesen wird.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/waveform_codec.py"/>
        <source>The samples of this study were stored by a newer version.</source>
        <translation>Die Abtastwerte dieses EKGs stammen von einer neueren Version.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <source>The sampling rate in the CSV file is not a number.</source>
        <translation>Die Abtastrate in der CSV-Datei ist keine Zahl.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/plausibility.py"/>
        <source>The sampling rate of {fs_hz} Hz is outside {slowest_hz} to {fastest_hz} Hz.</source>
        <translation>Die Abtastrate von {fs_hz} Hz liegt außerhalb von {slowest_hz} bis {fastest_hz} Hz.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>The signal file {name} is cut off: it holds {size} of {n_bytes} bytes.</source>
        <translation>Die Signaldatei {name} ist abgeschnitten: Sie enthält {size} von {n_bytes} Byte.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>The signal file {name} is empty.</source>
        <translation>Die Signaldatei {name} ist leer.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>The signal file {name} is larger than a resting ECG can be.</source>
        <translation>Die Signaldatei {name} ist größer, als ein Ruhe-EKG sein kann.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>The signal file {name} that the header names is missing.</source>
        <translation>Die im Header genannte Signaldatei {name} fehlt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/waveform_codec.py"/>
        <source>The stored samples of this study are damaged.</source>
        <translation>Die gespeicherten Abtastwerte dieses EKGs sind beschädigt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/exchange/whole_file.py"/>
        <source>The study is unchanged.</source>
        <translation>Das EKG ist unverändert.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/reports.py"/>
        <source>The text of this report is not the one that was signed: the workspace was changed outside this program.</source>
        <translation>Der Text dieses Befunds ist nicht der signierte: Der Arbeitsbereich wurde außerhalb dieses Programms verändert.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <source>The time column of the CSV file doesn't rise in even steps.</source>
        <translation>Die Zeitspalte der CSV-Datei steigt nicht in gleichen Schritten.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/child.py"/>
        <source>The training's process can't be started ({given}).</source>
        <translation>Das Training lässt sich nicht starten ({given}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/users.py"/>
        <source>The user name or password is wrong.</source>
        <translation>Benutzername oder Passwort ist falsch.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/watching.py"/>
        <source>The watched folder can't be reached.</source>
        <translation>Der überwachte Ordner ist nicht erreichbar.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>The workspace can't be locked for writing ({why}).</source>
        <translation>Der Arbeitsbereich lässt sich nicht zum Schreiben sperren ({why}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/database.py"/>
        <source>The workspace has been closed.</source>
        <translation>Der Arbeitsbereich wurde geschlossen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>The workspace is already open, {where}.</source>
        <translation>Der Arbeitsbereich ist schon geöffnet, {where}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>The workspace is already open{where}.</source>
        <translation>Der Arbeitsbereich ist schon geöffnet{where}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>The workspace is busy: another program is writing to it.</source>
        <translation>Der Arbeitsbereich ist belegt: Ein anderes Programm schreibt gerade hinein.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/measuring_process.py"/>
        <source>The workspace is closed.</source>
        <translation>Der Arbeitsbereich ist geschlossen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/own_packs.py"/>
        <source>The workspace is unchanged.</source>
        <translation>Der Arbeitsbereich ist unverändert.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>The workspace is write-protected.</source>
        <translation>Der Arbeitsbereich ist schreibgeschützt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>The workspace was opened for looking only.</source>
        <translation>Der Arbeitsbereich wurde nur zum Ansehen geöffnet.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>The workspace's file can't be opened.</source>
        <translation>Die Datei des Arbeitsbereichs lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>The workspace's file can't be read ({fault}).</source>
        <translation>Die Datei des Arbeitsbereichs ist nicht lesbar ({fault}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>The workspace's file is damaged.</source>
        <translation>Die Datei des Arbeitsbereichs ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>The workspace's file or folder is write-protected.</source>
        <translation>Datei oder Ordner des Arbeitsbereichs ist schreibgeschützt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/own_packs.py"/>
        <source>The workspace's model packs can't be copied ({fault}).</source>
        <translation>Die Modellpakete des Arbeitsbereichs lassen sich nicht kopieren ({fault}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/beginning.py"/>
        <source>There are too few signed reports: {reports} to train on and {held_out_patients} held-out patients to compare with.</source>
        <translation>Zu wenige signierte Befunde: {reports} zum Lernen und {held_out_patients} zurückgehaltene Patienten zum Vergleichen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/saved_filters.py"/>
        <source>There are {most} saved filters already.</source>
        <translation>Es sind schon {most} Filter gespeichert.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/own_packs.py"/>
        <source>There is already a folder {name} there.</source>
        <translation>Dort gibt es schon einen Ordner {name}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/users.py"/>
        <source>There is already a user named {username}.</source>
        <translation>Es gibt schon einen Benutzer namens {username}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/beginning.py"/>
        <source>There is no PTB-XL data set in {root}.</source>
        <translation>In {root} liegt kein PTB-XL-Datensatz.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/ratings.py"/>
        <source>There is no campaign “{campaign}”.</source>
        <translation>Es gibt keine Kampagne „{campaign}“.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/finding.py"/>
        <source>There is no file or folder named {name}.</source>
        <translation>Es gibt keine Datei und keinen Ordner namens {name}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/model/packs/pack.py"/>
        <source>There is no model pack called {name}.</source>
        <translation>Es gibt kein Modellpaket namens {name}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/beginning.py"/>
        <source>There is no public data to mix in: from its own reports alone the model forgets what they don't show.</source>
        <translation>Es fehlen öffentliche Daten zum Beimischen: Nur aus eigenen Befunden vergisst das Modell, was darin nicht vorkommt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/reporting.py"/>
        <source>There is no report to sign.</source>
        <translation>Es gibt keinen Befund zu signieren.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/watching.py"/>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/studies.py"/>
        <source>There is no such study in this workspace.</source>
        <translation>Dieses EKG gibt es in diesem Arbeitsbereich nicht.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/users.py"/>
        <source>There is no user named {username}.</source>
        <translation>Es gibt keinen Benutzer namens {username}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>There is no workspace at this place.</source>
        <translation>Hier gibt es keinen Arbeitsbereich.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/users.py"/>
        <source>This account is locked.</source>
        <translation>Dieser Zugang ist gesperrt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/database.py"/>
        <source>This can't be changed now.</source>
        <translation>Das ist jetzt nicht änderbar.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/drafts.py"/>
        <source>This draft doesn't belong to this study.</source>
        <translation>Dieser Entwurf gehört nicht zu diesem EKG.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/watching.py"/>
        <source>This folder holds the workspace itself.</source>
        <translation>In diesem Ordner liegt der Arbeitsbereich selbst.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/reading.py"/>
        <source>This is a folder, not a recording.</source>
        <translation>Das ist ein Ordner, keine Aufzeichnung.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>This is a folder, not a workspace.</source>
        <translation>Das ist ein Ordner, kein Arbeitsbereich.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/workspace.py"/>
        <source>This is a real workspace, not the demo.</source>
        <translation>Das ist ein echter Arbeitsbereich, nicht die Demo.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/users.py"/>
        <source>This is the only administrator.</source>
        <translation>Das ist der einzige Administrator.</translation>
    </message>
    <message>
        <location filename="../../meit_core/signal/averaged_beat.py"/>
        <source>This recording has no median beat.</source>
        <translation>Diese Aufzeichnung hat keinen Medianschlag.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/reports.py"/>
        <source>This report is signed and can't be changed.</source>
        <translation>Dieser Befund ist signiert und nicht mehr änderbar.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/marking.py"/>
        <source>This report is signed, so its measurements can't be changed.</source>
        <translation>Dieser Befund ist signiert, seine Messwerte sind nicht mehr änderbar.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/worklist.py"/>
        <source>This report is signed, so nothing about it is urgent.</source>
        <translation>Dieser Befund ist signiert; nichts daran ist dringend.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/reports.py"/>
        <source>This report isn't signed yet.</source>
        <translation>Dieser Befund ist noch nicht signiert.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/retraining/finishing.py"/>
        <source>This retraining isn't finished.</source>
        <translation>Dieses Nachtrainieren ist nicht abgeschlossen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/training_runs.py"/>
        <source>This run isn't one of this workspace.</source>
        <translation>Dieses Training gehört nicht zu diesem Arbeitsbereich.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/users.py"/>
        <source>This user name can't be used.</source>
        <translation>Dieser Benutzername ist nicht möglich.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/users.py"/>
        <source>This workspace already has users.</source>
        <translation>Dieser Arbeitsbereich hat schon Benutzer.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/migrating.py"/>
        <source>This workspace was written by a newer version of the program.</source>
        <translation>Dieser Arbeitsbereich stammt von einer neueren Version des Programms.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>This workspace was written by an older version and must be updated before it can be read.</source>
        <translation>Dieser Arbeitsbereich stammt von einer älteren Version und muss vor dem Lesen aktualisiert werden.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/users.py"/>
        <source>Too many wrong passwords: this account is paused until {until}.</source>
        <translation>Zu viele falsche Passwörter: Dieser Zugang ruht bis {until}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/users.py"/>
        <source>Type both again.</source>
        <translation>Geben Sie beide noch einmal ein.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/users.py"/>
        <source>Type it again.</source>
        <translation>Geben Sie es noch einmal ein.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/users.py"/>
        <source>Type the name that shall stand under reports.</source>
        <translation>Geben Sie den Namen ein, der unter Befunden stehen soll.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>Unset {environment_variable}.</source>
        <translation>Entfernen Sie {environment_variable}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/migrating.py"/>
        <source>Update the program on this computer, then open it again.</source>
        <translation>Aktualisieren Sie das Programm auf diesem Rechner und öffnen Sie ihn dann erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/waveform_codec.py"/>
        <source>Update the program.</source>
        <translation>Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>Use cpu or cuda.</source>
        <translation>Verwenden Sie cpu oder cuda.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>Use one of: {precision}.</source>
        <translation>Möglich sind: {precision}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/users.py"/>
        <source>Use up to 64 letters, digits, dots, dashes or underscores, no spaces.</source>
        <translation>Erlaubt sind bis zu 64 Buchstaben, Ziffern, Punkte, Binde- oder Unterstriche, keine Leerzeichen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>WFDB (.hea with .dat or .mat)</source>
        <translation>WFDB (.hea mit .dat oder .mat)</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/reading.py"/>
        <source>WFDB (.hea with .dat or .mat) and CSV with one column per lead</source>
        <translation>WFDB (.hea mit .dat oder .mat) und CSV mit einer Spalte je Ableitung</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/host_client.py"/>
        <source>Wait for it or stop it, then draft again.</source>
        <translation>Warten Sie ihn ab oder halten Sie ihn an; entwerfen Sie dann erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/users.py"/>
        <source>Wait, or ask an administrator of this workspace to unlock it.</source>
        <translation>Warten Sie, oder bitten Sie einen Administrator dieses Arbeitsbereichs, ihn zu entsperren.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/watching.py"/>
        <source>Watched folder</source>
        <translation>Überwachter Ordner</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/faults.py"/>
        <source>What was saved before is safe.</source>
        <translation>Vorher Gespeichertes ist sicher.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/csv_reader.py"/>
        <source>Write it as “# fs=500” in the first line.</source>
        <translation>Schreiben Sie sie als „# fs=500“ in die erste Zeile.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/reporting.py"/>
        <source>Write the text first.</source>
        <translation>Schreiben Sie zuerst den Text.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Wrong and dangerous if believed.</source>
        <translation>Falsch und gefährlich, wenn man es glaubt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/rating.py"/>
        <source>Wrong in the main finding.</source>
        <translation>Hauptbefund falsch.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/calipers.py"/>
        <source>You can still measure on the screen.</source>
        <translation>Auf dem Bildschirm können Sie weiter messen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/rights.py"/>
        <source>Your account is locked.</source>
        <translation>Ihr Zugang ist gesperrt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/rights.py"/>
        <source>Your role doesn't allow this: it is for rating drafts only.</source>
        <translation>Ihre Rolle erlaubt das nicht: Sie gilt nur für das Bewerten von Entwürfen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/sniffing.py"/>
        <source>a DICOM file, a format that isn't read yet</source>
        <translation>eine DICOM-Datei, dieses Format wird noch nicht gelesen</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/sniffing.py"/>
        <source>a GE MUSE file, a format that isn't read yet</source>
        <translation>eine Datei von GE MUSE, dieses Format wird noch nicht gelesen</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/sniffing.py"/>
        <source>a MATLAB file without its WFDB header (.hea)</source>
        <translation>eine MATLAB-Datei ohne ihren WFDB-Header (.hea)</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>a P wave {value} ms before the QRS</source>
        <translation>eine P-Welle {value} ms vor dem QRS</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/sniffing.py"/>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/sniffing.py"/>
        <source>a Philips ECG file, a format that isn't read yet</source>
        <translation>eine EKG-Datei von Philips, dieses Format wird noch nicht gelesen</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/sniffing.py"/>
        <source>a ZIP archive or Office document</source>
        <translation>ein ZIP-Archiv oder Office-Dokument</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/sniffing.py"/>
        <source>a compressed archive</source>
        <translation>ein komprimiertes Archiv</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/sniffing.py"/>
        <source>a database</source>
        <translation>eine Datenbank</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/sniffing.py"/>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/sniffing.py"/>
        <source>a signal file without its WFDB header (.hea)</source>
        <translation>eine Signaldatei ohne ihren WFDB-Header (.hea)</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/sniffing.py"/>
        <source>a text file without the names of ECG leads in its first row</source>
        <translation>eine Textdatei ohne Ableitungsnamen in der ersten Zeile</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/sniffing.py"/>
        <source>an EDF file, a format that isn't read yet</source>
        <translation>eine EDF-Datei, dieses Format wird noch nicht gelesen</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/sniffing.py"/>
        <source>an HL7 aECG file, a format that isn't read yet</source>
        <translation>eine HL7-aECG-Datei, dieses Format wird noch nicht gelesen</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/sniffing.py"/>
        <source>an SCP-ECG file, a format that isn't read yet</source>
        <translation>eine SCP-ECG-Datei, dieses Format wird noch nicht gelesen</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/sniffing.py"/>
        <source>an XML file that isn't read</source>
        <translation>eine nicht lesbare XML-Datei</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>and {label} needs {needed}</source>
        <translation>und {label} {needed} braucht</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>asked for by {environment_variable}</source>
        <translation>verlangt von {environment_variable}</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>because {free_bytes} are free{better}</source>
        <translation>weil {free_bytes} frei sind{better}</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>before</source>
        <translation>im Vor-EKG</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>beyond tolerance</source>
        <translation>außerhalb der Toleranz</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>by the recording device</source>
        <translation>vom Aufnahmegerät</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/engine.py"/>
        <source>cpu ({reason})</source>
        <translation>CPU ({reason})</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/engine.py"/>
        <source>cuda ({reason})</source>
        <translation>CUDA ({reason})</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>faster by {apart}</source>
        <translation>{apart} schneller</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>heart rate</source>
        <translation>Herzfrequenz</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>heart rate {value}</source>
        <translation>Herzfrequenz {value}</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>instead of {name}</source>
        <translation>statt {name}</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>irregular RR intervals</source>
        <translation>unregelmäßige RR-Intervalle</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>less than {unit}</source>
        <translation>weniger als {unit}</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>longer by {apart}</source>
        <translation>{apart} länger</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>more leftward</source>
        <translation>weiter links</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>more rightward</source>
        <translation>weiter rechts</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>more than {unit}</source>
        <translation>mehr als {unit}</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>no CUDA device</source>
        <translation>keine CUDA-Karte</translation>
    </message>
    <message>
        <location filename="../../meit_core/signal/measure.py"/>
        <source>no P wave with a fixed relation to the QRS complex was found.</source>
        <translation>keine P-Welle mit festem Bezug zum QRS-Komplex.</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>no P waves</source>
        <translation>keine P-Wellen</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/serial_comparison.py"/>
        <source>no earlier ECG of this patient in this workspace</source>
        <translation>kein Vor-EKG dieses Patienten in diesem Arbeitsbereich</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/display_filter.py"/>
        <source>no filter</source>
        <translation>kein Filter</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/host_process.py"/>
        <location filename="../../meit_core/services/measuring_process.py"/>
        <location filename="../../meit_core/services/retraining/child.py"/>
        <source>no reason given</source>
        <translation>ohne Angabe von Gründen</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>no reason was kept.</source>
        <translation>kein Grund festgehalten.</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/opening.py"/>
        <source>not a MEIT workspace, or it is damaged</source>
        <translation>kein MEIT-Arbeitsbereich, oder sie ist beschädigt</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/sniffing.py"/>
        <source>not an ECG file of a known kind</source>
        <translation>keine EKG-Datei bekannter Art</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>not comparable</source>
        <translation>nicht vergleichbar</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>now</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/lock.py"/>
        <source>on the computer {host}</source>
        <translation>auf dem Rechner {host}</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/lock.py"/>
        <source>on this computer</source>
        <translation>auf diesem Rechner</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/channels.py"/>
        <source>only lead {recorded}</source>
        <translation>nur die Ableitung {recorded}</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/channels.py"/>
        <source>only leads {recorded}</source>
        <translation>nur die Ableitungen {recorded}</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>regular RR intervals</source>
        <translation>regelmäßige RR-Intervalle</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>reporting convention</source>
        <translation>Befundkonvention</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>set by hand</source>
        <translation>manuell gesetzt</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>shorter by {apart}</source>
        <translation>{apart} kürzer</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>slower by {apart}</source>
        <translation>{apart} langsamer</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/report_comparison.py"/>
        <source>the prior report excludes it</source>
        <translation>der Vorbefund schließt es aus</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>the prior's</source>
        <translation>im Vor-EKG</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>the prior's {labels} by the recording device</source>
        <translation>{labels} im Vor-EKG vom Aufnahmegerät</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>the prior's {labels} set by hand</source>
        <translation>{labels} im Vor-EKG manuell gesetzt</translation>
    </message>
    <message>
        <location filename="../../meit_core/signal/measure.py"/>
        <source>the rhythm is irregular without consistent P waves, as in atrial fibrillation.</source>
        <translation>unregelmäßiger Rhythmus ohne einheitliche P-Wellen, wie bei Vorhofflimmern.</translation>
    </message>
    <message>
        <location filename="../../meit_core/signal/measure.py"/>
        <source>the ventricles are paced.</source>
        <translation>ventrikuläre Stimulation.</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/report_comparison.py"/>
        <source>today's report excludes it</source>
        <translation>der heutige Befund schließt es aus</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>today's {labels} by the recording device</source>
        <translation>{labels} heute vom Aufnahmegerät</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>today's {labels} set by hand</source>
        <translation>{labels} heute manuell gesetzt</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>turned by {apart} degrees</source>
        <translation>um {apart} Grad gedreht</translation>
    </message>
    <message>
        <location filename="../../meit_core/exchange/whole_file.py"/>
        <source>unknown reason</source>
        <translation>Grund unbekannt</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>within tolerance</source>
        <translation>innerhalb der Toleranz</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/measured_evidence.py"/>
        <source>{blocked} of {n_p} P waves not followed by a QRS complex, PR {shortest} to {longest} ms and shorter after the pause.</source>
        <translation>{blocked} von {n_p} P-Wellen ohne QRS-Komplex danach, PQ {shortest} bis {longest} ms und nach der Pause kürzer.</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/measured_evidence.py"/>
        <source>{blocked} of {n_p} P waves not followed by a QRS complex, PR {shortest} to {longest} ms.</source>
        <translation>{blocked} von {n_p} P-Wellen ohne QRS-Komplex danach, PQ {shortest} bis {longest} ms.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>{environment_variable} asks for CUDA, but there is {found}.</source>
        <translation>{environment_variable} verlangt CUDA, aber: {found}.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>{environment_variable} names the device “{wish}”, which this program doesn't know.</source>
        <translation>{environment_variable} nennt das Gerät „{wish}“, das dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/marking.py"/>
        <source>{gone} can't be taken away: every beat has a QRS complex.</source>
        <translation>{gone} kann nicht entfernt werden: Jeder Schlag hat einen QRS-Komplex.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/importing.py"/>
        <source>{imported} recordings were imported and are safe.</source>
        <translation>{imported} Aufzeichnungen wurden importiert und sind sicher.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>{joined}: the tolerances were found for values that the program measures.</source>
        <translation>{joined}: Die Toleranzen gelten für Werte, die das Programm misst.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/fallback.py"/>
        <source>{label} ran out of memory on {name}</source>
        <translation>{label}: Speicher auf {name} reichte nicht</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/measurement_difference.py"/>
        <source>{less} by {apart} degrees</source>
        <translation>{apart} Grad {less}</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/criteria.py"/>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/display_filter.py"/>
        <source>{mains_hz} Hz notch</source>
        <translation>{mains_hz} Hz Netzfilter</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/limits.py"/>
        <source>{missing} {verb} missing; the model can't see what shows only there.</source>
        <translation>Es fehlt: {missing}; was sich nur dort zeigt, kann das Modell nicht sehen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/measured_evidence.py"/>
        <source>{n_early} of {n_beats} beats {least} to {most}% early, QRS as usual, P wave another or hidden.</source>
        <translation>{n_early} von {n_beats} Schlägen um {least} bis {most} % verfrüht, QRS wie sonst, P-Welle anders oder verdeckt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/measured_evidence.py"/>
        <source>{n_early} of {n_beats} beats {most}% early, QRS as usual, P wave another or hidden.</source>
        <translation>{n_early} von {n_beats} Schlägen um {most} % verfrüht, QRS wie sonst, P-Welle anders oder verdeckt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/knowledge/measured_evidence.py"/>
        <source>{n_ventricular} of {n_beats} beats are wide and of another shape than the others.</source>
        <translation>{n_ventricular} von {n_beats} Schlägen sind breit und anders geformt als die übrigen.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>{name} doesn't work with this PyTorch</source>
        <translation>{name} arbeitet nicht mit diesem PyTorch</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>{name} has less than 1 GB of free memory</source>
        <translation>{name} hat weniger als 1 GB Speicher frei</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>{name} has {free_bytes} free and {least} are needed</source>
        <translation>{name} hat {free_bytes} frei, nötig sind {least}</translation>
    </message>
    <message>
        <location filename="../../meit_core/formats/wfdb_reader.py"/>
        <source>{name} or its signal file can't be opened ({fault}).</source>
        <translation>{name} oder die Signaldatei dazu lässt sich nicht öffnen ({fault}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>{name}, {label} asked for by {precision_variable}</source>
        <translation>{name}, {label} verlangt von {precision_variable}</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/faults.py"/>
        <source>{no_study_harmed} Choose another pack, or install this one again.</source>
        <translation>{no_study_harmed} Wählen Sie ein anderes Paket, oder installieren Sie dieses neu.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/faults.py"/>
        <source>{no_study_harmed} Close other programs and draft again, or use a smaller pack.</source>
        <translation>{no_study_harmed} Schließen Sie andere Programme und entwerfen Sie erneut, oder verwenden Sie ein kleineres Paket.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/host_process.py"/>
        <source>{no_study_harmed} Close other programs and draft again.</source>
        <translation>{no_study_harmed} Schließen Sie andere Programme und entwerfen Sie erneut.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/host_process.py"/>
        <source>{no_study_harmed} Close other programs and draft again: the model starts anew.</source>
        <translation>{no_study_harmed} Schließen Sie andere Programme und entwerfen Sie erneut: Das Modell startet neu.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/host_line.py"/>
        <location filename="../../meit_core/drafting/host_process.py"/>
        <source>{no_study_harmed} Draft again: the model starts anew.</source>
        <translation>{no_study_harmed} Entwerfen Sie erneut: Das Modell startet neu.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/faults.py"/>
        <source>{no_study_harmed} Draft again; if it keeps failing, run `meit doctor`.</source>
        <translation>{no_study_harmed} Entwerfen Sie erneut; wenn es wieder misslingt, führen Sie `meit doctor` aus.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/faults.py"/>
        <source>{no_study_harmed} Run `meit doctor`, or install the program again.</source>
        <translation>{no_study_harmed} Führen Sie `meit doctor` aus, oder installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/under_way.py"/>
        <source>{no_study_harmed} Write the report yourself.</source>
        <translation>{no_study_harmed} Schreiben Sie den Befund selbst.</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/importing.py"/>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>{precision_variable} names the precision “{wish}”, which this program doesn't know.</source>
        <translation>{precision_variable} nennt die Genauigkeit „{wish}“, die dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/guard.py"/>
        <source>{values}; {label} means {limits} ({source}).</source>
        <translation>{values}; „{label}“ bedeutet {limits} ({source}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/guard.py"/>
        <source>{value}, measured by {by}</source>
        <translation>{value}, gemessen von {by}</translation>
    </message>
    <message>
        <location filename="../../meit_core/exchange/whole_file.py"/>
        <source>{what} could not be written ({reason}).</source>
        <translation>{what} konnte nicht geschrieben werden ({reason}).</translation>
    </message>
    <message>
        <location filename="../../meit_core/store/lock.py"/>
        <source>{where} since {value}</source>
        <translation>{where} seit {value}</translation>
    </message>
    <message>
        <location filename="../../meit_core/services/serial_comparison.py"/>
        <source>{whose} recording: {message}</source>
        <translation>{whose}: {message}</translation>
    </message>
    <message>
        <location filename="../../meit_core/drafting/device.py"/>
        <source>{why}, {label} asked for by {precision_variable}</source>
        <translation>{why}, {label} verlangt von {precision_variable}</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/manual_reading.py"/>
        <source>{words} is not set.</source>
        <translation>{words} ist nicht gesetzt.</translation>
    </message>
    <message>
        <location filename="../../meit_core/domain/manual_reading.py"/>
        <source>{words} was taken away by {by}.</source>
        <translation>{words} wurde von {by} entfernt.</translation>
    </message>
</context>
</TS>
