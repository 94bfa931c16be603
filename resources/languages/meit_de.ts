<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>MEIT</name>
    <message numerus="yes">
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>%n more below {limit}</source>
        <extracomment>one: 1 more below {limit}</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>1 study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>AI draft: not a medical device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>About MEIT Desktop</source>
        <translation>Über MEIT Desktop</translation>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Add an addendum…</source>
        <translation>Nachtrag schreiben…</translation>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>All read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>All statements, while adding one</source>
        <translation>Alle Textbausteine, beim Hinzufügen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_look.py"/>
        <source>Amended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Another earlier ECG (Page Up: earlier, Page Down: later)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
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
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/search_field.py"/>
        <source>Beginnings of words from name, number, file or report. Escape clears.</source>
        <translation type="unfinished"></translation>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Calibrate this screen…</source>
        <translation>Diesen Bildschirm kalibrieren…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Calipers</source>
        <translation>Messzirkel</translation>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Compare with a prior ECG</source>
        <translation>Mit einem Vor-EKG vergleichen</translation>
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
        <location filename="../../meit_desktop/widgets/status_look.py"/>
        <source>Confirmed</source>
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
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Days, signal, rate, QTc, draft, order, saved filters  (Ctrl+Shift+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Draft the report</source>
        <translation>Befund entwerfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_look.py"/>
        <source>Drafted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>Drafts come from a language model. A physician reads, corrects and signs.</source>
        <translation type="unfinished"></translation>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Edit the sentence</source>
        <translation>Satz ändern</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_delegate.py"/>
        <source>F</source>
        <comment>sex</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>File</source>
        <comment>menu</comment>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Filter the worklist…</source>
        <translation>Arbeitsliste filtern…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>First study of the list</source>
        <translation>Erstes EKG der Liste</translation>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Import files…</source>
        <translation>Dateien importieren…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Import folder…</source>
        <translation>Ordner importieren…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Keep a contradicted sentence</source>
        <translation>Satz trotz Widerspruch behalten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Last study of the list so far</source>
        <translation>Letztes bisher geladenes EKG der Liste</translation>
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
        <location filename="../../meit_desktop/widgets/worklist_delegate.py"/>
        <source>M</source>
        <comment>sex</comment>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Mark as RR</source>
        <translation>Als RR kennzeichnen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Measure</source>
        <comment>menu</comment>
        <translation>Messen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Median beat</source>
        <translation>Medianschlag</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <source>Median beats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Mine</source>
        <translation type="unfinished"></translation>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>New amplitude caliper</source>
        <translation>Neuer Messzirkel für Amplitude</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>New time caliper</source>
        <translation>Neuer Messzirkel für Zeit</translation>
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
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>No model: reports are written by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>No snapping, while dragging</source>
        <translation>Ohne Einrasten, beim Ziehen</translation>
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
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>None here</source>
        <translation type="unfinished"></translation>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Open workspace…</source>
        <translation>Arbeitsbereich öffnen…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>Pack {hash}</source>
        <translation type="unfinished"></translation>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Print the tracing…</source>
        <translation>Kurven drucken…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compare_bar.py"/>
        <location filename="../../meit_desktop/widgets/compare_page.py"/>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
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
        <location filename="../../meit_desktop/widgets/work_strip.py"/>
        <source>Progress</source>
        <translation type="unfinished"></translation>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Rare statements (macro F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Rate the draft</source>
        <translation>Entwurf bewerten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Reject the sentence</source>
        <translation>Satz verwerfen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Retrain the model…</source>
        <translation>Modell nachtrainieren…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_delegate.py"/>
        <source>SIM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Save now</source>
        <translation>Jetzt speichern</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Save the tracing as a picture…</source>
        <translation>Kurven als Bild speichern…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Score, while rating</source>
        <translation>Punkte, beim Bewerten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/search_field.py"/>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Search or command</source>
        <translation>Suche oder Befehl</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <location filename="../../meit_desktop/widgets/search_field.py"/>
        <source>Search the worklist</source>
        <translation>Arbeitsliste durchsuchen</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_panel.py"/>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Show or hide the evidence</source>
        <translation>Belege ein- oder ausblenden</translation>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Signed report of the prior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Sign…</source>
        <translation>Signieren…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
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
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Statements (micro F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/work_strip.py"/>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Stop the draft</source>
        <translation>Entwurf anhalten</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/work_strip.py"/>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Study</source>
        <comment>menu</comment>
        <translation>EKG</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Take the filter off</source>
        <translation type="unfinished"></translation>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>There is no such wave</source>
        <translation>Diese Welle gibt es nicht</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/compared_reports.py"/>
        <source>Today's report is still empty: there is nothing to compare yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>True millimetres or fit to window</source>
        <translation>Originalgröße oder Fenstergröße</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_look.py"/>
        <source>Unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Undo the last change of a caliper</source>
        <translation>Letzte Änderung am Messzirkel rückgängig</translation>
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
        <location filename="../../meit_desktop/widgets/status_look.py"/>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_delegate.py"/>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>Urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Urgent or routine</source>
        <translation>Dringend oder Routine</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>View</source>
        <comment>menu</comment>
        <translation>Ansicht</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Watch a folder…</source>
        <translation>Ordner überwachen…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Where the model looked</source>
        <translation>Wohin das Modell sah</translation>
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
        <location filename="../../meit_desktop/shortcuts.py"/>
        <source>Write PDF…</source>
        <translation>PDF schreiben…</translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>Your held-out patients</source>
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
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>could not save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/study_date.py"/>
        <source>date unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>draft {seconds} s</source>
        <translation type="unfinished"></translation>
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
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>no clear change</source>
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
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>right</source>
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
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/measurement_flags.py"/>
        <source>slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/findings_bars.py"/>
        <source>unlikely</source>
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
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
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
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>{group}: {reports} reports of {patients} patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/score_table.py"/>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>{number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/worklist_head.py"/>
        <source>{number} studies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../meit_desktop/widgets/status_footer.py"/>
        <source>{pack} on {device}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
