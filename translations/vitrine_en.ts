<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>Element</name>
    <message>
        <source>Hydrogen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lithium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beryllium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carbon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nitrogen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oxygen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fluorine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sodium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnesium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aluminium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silicon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phosphorus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sulfur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chlorine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Potassium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calcium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scandium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Titanium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vanadium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chromium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manganese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cobalt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nickel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zinc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Germanium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arsenic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selenium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bromine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Krypton</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rubidium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strontium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yttrium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zirconium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niobium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Molybdenum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technetium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruthenium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rhodium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Palladium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cadmium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antimony</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tellurium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iodine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xenon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caesium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lanthanum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cerium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Praseodymium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neodymium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promethium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samarium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Europium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gadolinium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terbium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dysprosium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holmium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erbium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thulium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ytterbium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lutetium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hafnium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tantalum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tungsten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rhenium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Osmium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iridium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platinum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mercury</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thallium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bismuth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polonium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Astatine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Francium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actinium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thorium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protactinium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uranium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neptunium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plutonium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Americium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berkelium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Californium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einsteinium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fermium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mendelevium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobelium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lawrencium</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpectrumPresenter</name>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern, learned from measured patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured, ccGAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern, learned from measured patterns by a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X-ray pattern, computed from simulated glasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g(r), simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radial distribution function, computed from simulated glasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g(r)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radial distribution function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another generator of this system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>First solid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solidus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervals of the blend, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervals of the model, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1; each judged by %2 rows, %n splits</source>
        <translation>
            <numerusform>%1; each judged by %2 rows, %n split</numerusform>
            <numerusform>%1; each judged by %2 rows, %n splits</numerusform>
        </translation>
    </message>
    <message>
        <source>What each element adds to the trained model&apos;s prediction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::AboutDialog</name>
    <message>
        <source>About Vitrine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workbench for metallic glasses: edit an alloy and see its melting and glass-transition temperature with their uncertainty, its relaxation time, and the composition triangle around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method follows:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models are being loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on %1 alloys of %2 on %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On alloy systems it has not seen: root mean square error %1 K; %2 % of the alloys lie inside their 90 % interval, %3 K wide in the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>© 2026 the Vitrine developers. Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the models see of an alloy:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::AlloyPresenter</name>
    <message>
        <source>No alloy with %1 is in the training data of Tg and Tm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alloy with %1 is in the training data of Tg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alloy with %1 is in the training data of Tm.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::AnalysisPage</name>
    <message>
        <source>Planes by the &amp;sizes of the atoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair distribution functions and structure factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sizes of clusters of icosahedra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong with the analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voronoi indices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network of icosahedra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radical Voronoi cells: the plane between two atoms stands nearer to the smaller one. Otherwise halfway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest face of a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces smaller than this share of the mean face of their cell count as no neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voronoi cells:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r (Å)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g(r)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a glass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is being computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>icosahedra in a cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% of atoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 icosahedra, %2 interpenetrating links each; %3 clusters. They and their shells hold %4 % of the atoms, the largest cluster %5 %. Links: %6 by a corner, %7 by an edge, %8 by a face, %9 by four atoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 interpenetrating.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no icosahedra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X-ray pattern in the &amp;workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the pattern, computed from these atoms, over the generated and measured ones of this alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where g(r) has its first peak: the diameter d that gives the lengths of the dynamic free energy in Å. Relaxation times do not depend on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use d = %1 Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use the distance d</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::AtomQuantity</name>
    <message>
        <source>centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>around one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>centre of the largest cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neighbours within the first shell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>faces of the Voronoi cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voronoi volume (Å³)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>five-fold symmetry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voronoi index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>icosahedra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar of the barcode</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::AtomRun</name>
    <message>
        <source>%1, %2 K</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::AuditPage</name>
    <message>
        <source>&amp;Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against the &amp;other tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong with the audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly equal alloys in two tables, as in training and test data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Implied values of the pure elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all kinds (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a table to have it audited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has not been audited yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditing the table as it is now …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has changed since the audit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing looks wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors: %1, warnings: %2, notes: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply %1 &amp;fixes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the &amp;fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 findings are chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Only you can know what is right here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Suggested: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>implied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::BarcodePage</name>
    <message>
        <source>&amp;About this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why there is no barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its a&amp;toms in the glass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the barcode says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What takes away from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment of the chosen bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>O&amp;pen a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that vitrine barcode train has written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Known energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known energy of the inherent structure, eV/atom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy of the inherent structure with the model&apos;s potential, eV/atom: the glass is then held against glasses of this energy, otherwise of the predicted one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eV/atom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the bars are as high as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference δs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference less share; its spread over group 2 measures heterogeneity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pearson&apos;s r of a bar&apos;s share with the energy, over the training glasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean |SHAP value|: how much an environment moves the predicted energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a bar to see its environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n atoms of this glass</source>
        <translation>
            <numerusform>%n atom of this glass</numerusform>
            <numerusform>%n atoms of this glass</numerusform>
        </translation>
    </message>
    <message>
        <source>Barcode models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode models (*barcode);;All (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card of the barcode model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no energy: write eV/atom as in −4.6784, or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the barcode, beside that of thermally processed glasses of equal energy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::BarcodeReadings</name>
    <message>
        <source>This model knows %1 only, and the glass also holds %2. Choose a model that was trained with it, or open one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no barcode model yet: open one, or train one with vitrine barcode train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a glass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reading was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The glass is being read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::BarcodeWords</name>
    <message>
        <source>%1 around %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Energy predicted from the bars: %1 ± %2 eV/atom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from all environments: %1 ± %2 eV/atom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted less known: %1 meV/atom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atoms in bars: %1 %; unknown to the model: %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held against glasses of %1 eV/atom, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the energy predicted from the bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All energies are those of the potential %1; one of another potential cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 meV/atom, r² %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned from:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alloys:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Potential:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environments:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unique ones among %2, at similarity %3; %4 of them are bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOAP within %1 Å, n_max %2, l_max %3, σ %4 Å, %5 basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>polynomial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error on structures left out (root mean square):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the bars %1; from all environments %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the energy go:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all Kasper bars together r = %1, bars around icosahedra r = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it cannot carry:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model learned from %1, %2 at.% away: another composition shifts the energy by more than its structure does, and shares of bars cannot be held against its reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its energy is outside that of the glasses the model learned from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its atoms is in a bar: it is no glass that the model knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has fewer atoms than the %1 of the glasses the model learned from, so chance alone makes it look uneven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of its environments are unknown to the model; its energy is a guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A penalised line, which predicts the glasses left out better than the paper&apos;s gradient boosted trees; the bars are what is left when the environments with the least mean |SHAP value| go, a fifth at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient boosted trees, as there; the bars are the environments with the largest mean |SHAP value|.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the barcode: %1 % Kasper (group 1), %2 % icosahedra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heterogeneity, the spread of δs over group 2: %1 · 10⁻³; chance alone gives %2 · 10⁻³</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its known energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its atoms move, at %1 K, and the model knows inherent structures: minimise it first, on the page Treat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every atom counts for every environment, by a Gaussian of 1 − similarity of deviation %1, which takes out the noise of counting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every atom counts once, for the environment it is most similar to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C. Liu et al., Acta Mater. 259, 119281 (2023): from unique local environments to energy. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few thermally processed glasses near this energy are as uneven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some thermally processed glasses near this energy are as uneven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thermally processed glasses near this energy are often as uneven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(± is the root mean square error on groups left out of training)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(± is the root mean square error on structures left out of training, all of one group)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is above %1 % of the reference glasses near this energy, each held against the other groups. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the nearest to its energy that the model knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model learned from this very glass: its predicted energy tells little, and it is held against the other groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 inherent structures in %2 groups, such as quenches, %3 to %4 eV/atom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error on groups left out (root mean square):</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::CalphadPage</name>
    <message>
        <source>Views of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases of the alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stable under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the triangle shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liquidus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solidus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First solid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thermodynamic database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thermodynamic databases (*.tdb *.TDB);;All (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a thermodynamic database to compute phase diagrams.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two elements for a phase diagram, three for a liquidus projection, and compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phases, at.%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database does not hold all elements of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing the phases of %1 …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::CalphadRun</name>
    <message>
        <source>16 systems</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::CardsPresenter</name>
    <message>
        <source>absent elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glass transition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Melting (liquidus)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CALPHAD, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equilibrium solidus and liquidus by global minimisation of the Gibbs energy, with the parameters of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solidus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liquidus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your model “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One model</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Blend of %n models</source>
        <translation>
            <numerusform>Blend of %n model</numerusform>
            <numerusform>Blend of %n models</numerusform>
        </translation>
    </message>
    <message>
        <source>trained on %1 alloys (%2). The interval holds 90 % of alloys of systems that the models have not seen (measured: %3 %).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::ChildRun</name>
    <message>
        <source>%1 cannot be started: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process was ended from outside before it was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The process ended without a result.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::ChoicePanel</name>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong with the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several tables are merged: one row for each alloy, the median where they differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tg, glass transition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tm, liquidus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Property to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column of the tables that holds the property in K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at.% of each element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and averages of element facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What models see of an alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random-search trials for each model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 takes the documented settings; the search goes on anew inside every split, so that no test row has a say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of splits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each sets another fifth aside; figures are means over them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1  What to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colu&amp;mn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2  Which models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two or more make a blend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They s&amp;ee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sea&amp;rch trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3  How they are judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fifth of the rows set aside at random. Flatters: near relatives of the test alloys stay in the training part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole alloy systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fifth of the systems set aside: how well alloys of a new set of elements are predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One element left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All alloys with an element set aside, for one element after the other: one training for each element, however many splits are chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sp&amp;lits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no table yet; open one on the page Tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a table to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how the models are judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training starts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::CitationsDialog</name>
    <message>
        <source>Citations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::ComparePage</name>
    <message>
        <source>Pair distribution functions of both glasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour both by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What both glasses are coloured by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left glass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right glass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open two glasses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is being computed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::ConflictTable</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::CorrelationsPage</name>
    <message>
        <source>&amp;Alloys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All alloys of the table, or those with an element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Melting temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of melting (liquidus) or its beginning (solidus)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liquidus Tl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solidus Ts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Residuals of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line that the lower plots measure from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fit through the origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the fit with intercept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line of Que et al. 2025</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the line of Lu and Li 2009</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy the lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table below, with all digits, for a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines are fitted in kelvin whatever unit is shown: a line through the origin is one through absolute zero. ⟨Tm⟩ is the mean melting point of the elements, by atomic fractions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table has no glass-transition temperature: no column Tg in K or °C.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table has no Tg or no solidus: columns Tg and Ts (or Tm) in K or °C are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This table has no Tg or no liquidus: columns Tg and Tl in K or °C are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these alloys has both temperatures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Que et al. 2025: %1 x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lu and Li 2009: %1 x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>through the origin: %1 x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with intercept: %1 x %2 %3 K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tg over ⟨Tm⟩, %1 alloys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over Tg, %2 alloys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⟨Tm⟩ of the elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tg over ⟨Tm⟩</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over Tg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, 1 of %2 drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 alloys)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no table yet: open one on the page Tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is being looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tm over Tg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ts over Tg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tl over Tg</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::DataActions</name>
    <message>
        <source>&amp;Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Data desk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables of alloys: read, audit, merge, train, compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables with changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These tables were changed and stand in no file: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show the tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close without them</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::DataWindow</name>
    <message>
        <source>Data desk – Vitrine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the data desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase diagrams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ta&amp;ble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (edited)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::DatabasePanel</name>
    <message>
        <source>Thermodynamic database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong with the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a thermodynamic database in the TDB format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the database holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase diagrams and melting ranges are computed from a thermodynamic database in the TDB format. None comes with the program; open one or drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (rejected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 elements: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 phases: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the file says of itself:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out or doubtful:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::DerivedCards</name>
    <message>
        <source>Reduced glass transition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratio of the two predictions; the half-widths of their intervals are added in quadrature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fragility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slope of the theory&apos;s relaxation time at Tg. One thermal coefficient serves all alloys, so m rises with Tg alone; measured values differ from it by up to a half.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean melting point of the elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Melting points of the elements, weighted by their atomic fractions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The melting point of one of the elements is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::Document</name>
    <message>
        <source>Set alloy to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move alloy to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set map corner to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the map follow the alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the map&apos;s remainder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold nothing on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold %1 at.% on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the map&apos;s quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the colour range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the colour range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the colour map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the map&apos;s axes clockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the map&apos;s axes counter-clockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show contour lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide contour lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::EditActions</name>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the &amp;formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add an element…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the f&amp;ormula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy view</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::ElementsDialog</name>
    <message>
        <source>Which elements?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 numbers its kinds of atoms and does not say which elements they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element of type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type %1, %2 atoms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::FileActions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sample gallery…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a published alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::FitTable</name>
    <message>
        <source>Lines through the alloys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intercept (K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE (K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alloys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In K per K, with its standard error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At absolute zero, with its standard error; a line through the origin has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − squared residuals / squared distances from the mean, for lines through the origin too: negative where the line is worse than the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root of the mean squared residual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alloys of the table that have both temperatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fitted to this table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::FlawTable</name>
    <message>
        <source>whole table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::FlawWords</name>
    <message>
        <source>Set %1 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1 of %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreadable formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreadable value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sum off 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contradicting duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>impossible order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimal point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copied column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copied values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scrambled values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule of mixtures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight for atomic per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>near duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the row of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1 rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the column %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn every value x of %1 into %2 x + %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1 instead of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the row as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read all amounts as weight per cent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::GalleryDialog</name>
    <message>
        <source>Sample gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by element, formula or words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample fits these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::GeneratorLibrary</name>
    <message>
        <source>Loading the patterns of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The generator of %1 cannot be deleted: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::GlassActions</name>
    <message>
        <source>&amp;Glasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Glasses atom by atom…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atoms in space: open, quench, describe, compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Computed samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, inherent structure</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::GlassAnalyses</name>
    <message>
        <source>The analysis was stopped; choose the glass again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::GlassFacts</name>
    <message>
        <source>Cell: %1 Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1°, %2°, %3°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a whole run: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 atoms, %2 g/cm³, %3 Å³ each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours at %1 Å (first peak of g(r)), first shell up to %2 Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X-ray pattern: q₁ %1 1/Å, Δq %2 1/Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short-range order α(%1–%2): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voronoi cells: %1 faces, five-fold symmetry %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icosahedra &lt;0,0,12,0&gt;: %1 % of the atoms, largest cluster of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::GlassImport</name>
    <message>
        <source>%1 holds no atoms.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::GlassPanel</name>
    <message>
        <source>&amp;Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong with the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atoms from LAMMPS data or dump, extended XYZ, POSCAR; also with gzip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the glass as LAMMPS data, extended XYZ or POSCAR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the glass off the list; its file stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the glass is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::GlassWindow</name>
    <message>
        <source>Glasses – Vitrine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the glasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of atoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atoms (*.data *.lmp *.dump *.lammpstrj *.xyz *.extxyz *.vasp *.poscar POSCAR* CONTCAR* *.gz);;All (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the glass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LAMMPS data (*.data);;Extended XYZ (*.xyz);;POSCAR (*.vasp)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::HelpActions</name>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Citations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Vitrine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::ImportDialog</name>
    <message>
        <source>What is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of the amounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>atomic per cent or atomic fractions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight per cent or mass fractions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether they are per cent or fractions is seen by their sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Amounts are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no element: give its symbol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has two columns: leave one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The property in %1 needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two properties are called %1: leave one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There can be one column of formulas only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alloys come from the formulas or from columns of elements, not from both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which column holds the formulas, or which hold the amounts of elements.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::ImportPanel</name>
    <message>
        <source>1  Measured patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading the patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong with the patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with index.csv: one line for each pattern, with its alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of patterns, one pattern in two columns, or XRDML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the &amp;background off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smooth curve under the peaks, as Ren et al. (2018) fit it, is subtracted first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wavelength of the angles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wavelength of the angles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of measured patterns, or drop one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q from %1 to %2 1/Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparation: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1 (and %2 more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Substrate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pattern of the bare substrate, taken off as far as nearly all points stay positive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the substrate on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::JobRunner</name>
    <message>
        <source>There is not enough memory for this; close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This failed unexpectedly (%1); please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This failed unexpectedly; please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped on request.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::JudgementPanel</name>
    <message>
        <source>3  Judge it by the patterns it did not learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judging the generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong with the judgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compute the learning curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the learning curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong with the learning curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plots of the judgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains the chosen kind on 20, 50, 100, 200 and 500 patterns; that may take a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choices are others by now; this is the generator trained before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged by %1 patterns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a generator is trained, it is held against the other patterns here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No generator has been judged yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network takes too long to be trained again and again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the error falls with the number of patterns has not been computed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::KeptModelsPanel</name>
    <message>
        <source>&amp;Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use in the workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped T&amp;g again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped T&amp;m again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong with the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, e.g. Zr glasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the model trained last under this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards, curves and maps come from it from now on; one click on the card leads back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the chosen model the name above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the model to a file, for vitrine predict --resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE of the blend in K on rows it had not seen: eight folds by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width/K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole alloy systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per cent of the held-out rows that the 90 % interval holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean width of that interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which model speaks in the workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(shipped)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.vitrine-model)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::Libraries</name>
    <message>
        <source>windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear algebra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compressed files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training of boosted trees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training of support vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Vitrine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::MapControls</name>
    <message>
        <source>Quantity of the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element of the top corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element of the lower left corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element of the lower right corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The section follows the alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The remainder beside the three corners is what the alloy holds; unticked, it stays as it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed remainder in at.%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stays fixed, in at.%, e.g. Ni5 Co2.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no remainder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the map is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours, contour lines, direction of the axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contour lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Axes clockwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models were never trained on this element.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::MapMarkers</name>
    <message>
        <source>Tg %1 measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tm %1 measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>m %1 measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, its pattern was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, number %2 of the alloys whose measurement would teach most: it takes %3 % of the uncertainty away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::MapPresenter</name>
    <message>
        <source>Refining the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models are being loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alloy contains none of the corner elements; choose other corners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no prediction here: the models were never trained on one of these elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at.%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patterns are being loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the alloys to measure next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::MapTexts</name>
    <message>
        <source>Glass transition Tg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Melting Tm (liquidus)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced glass transition Trg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fragility m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean melting point of the elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncertainty of Tg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of Tg&apos;s 90 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncertainty of Tm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of Tm&apos;s 90 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain of the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First diffraction peak q₁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1/Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the first peak Δq</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glass by the width of the peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncertainty of the pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half the pattern&apos;s 90 % band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No generators of diffraction patterns are installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No generator of diffraction patterns covers these elements. There are %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>glass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crystalline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::MergePage</name>
    <message>
        <source>&amp;Make the merged table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of the merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study of all subsets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables to merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where tables contradict each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take the first table&apos;s value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop what differs by more than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest difference that is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the mean of the values; temperatures count from absolute zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The merged table comes onto the desk; undo takes it away again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables, the first counting first:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where they contradict each other:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contradictions of the tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least two tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where tables contradict each other stands here once two are chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 alloys, %2 of them in more than one table; %3 contradictions, %4 values dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tables do not contradict each other: no reports of one alloy differ by more than is usual (4 % of a temperature, a factor of two of a length, else 10 %).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports of one alloy that differ by more than is usual: 4 % of a temperature, a factor of two of a length, else 10 %.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::MergeStudy</name>
    <message>
        <source>the merged set itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single alloys set aside (random splits)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole alloy systems set aside (grouped splits)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table by itself: choose a merged set to read what merging did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of its own tables Que et al. 2025 say, by one random split each:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::MergeStudyTable</name>
    <message>
        <source>Scores of the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alloys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test alloys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, grouped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::ModelLibrary</name>
    <message>
        <source>Loading the %1 models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your %1 model “%2” cannot be used; the one that comes with the program speaks instead. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has 1 to %1 letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a model of the name “%1” already; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “%1” cannot be renamed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model “%1” cannot be deleted: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::ModelNames</name>
    <message>
        <source>Extra trees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random forest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient boosting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blend of the six</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boosting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::NoticeBar</name>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::Overlays</name>
    <message>
        <source>Tg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tg %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VFT, m = %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::PairCurves</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All atoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As X-rays see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q (1/Å)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S(q)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r (Å)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g(r)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 1/Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By elements (dashed: right glass)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::ParityPresenter</name>
    <message>
        <source>The models are being loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Que et al. 2025, one random split</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::PatternActions</name>
    <message>
        <source>&amp;Patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Measured patterns and training…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a generator of diffraction patterns on measured ones</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::PatternTable</name>
    <message>
        <source>not named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alloy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::PotentialChoice</name>
    <message>
        <source>Interatomic potential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Po&amp;tential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of your own (eam.alloy, eam.fs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EAM tables (*.eam *.alloy *.fs);;All (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file says: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take care: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No potential that is known describes this alloy. Debian&apos;s package lammps-data brings some; a table of your own can be chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for potentials…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::QuenchForm</name>
    <message>
        <source>Melt and quench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alloy to quench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 K/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cooling rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another number makes another glass; the same one the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All&amp;oy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the alloy of the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Atoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roughly %1 on one core.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::QuenchPage</name>
    <message>
        <source>T (K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volume (Å³/atom)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>energy (eV/atom)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quench an alloy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tg %1 K (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its volumes show no Tg, as no two straight parts of them meet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Above the volumes stands the Tg where their two straight parts meet, and in brackets how far it moves with the windows of the fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: %1. %2 Its inherent structure, which the barcode is meant for, is %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::ReferenceLibrary</name>
    <message>
        <source>from viscosity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the published alloys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::RelaxationPresenter</name>
    <message>
        <source>No curve without Tg: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models are being loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tg ± %1 K (RMSE of Que et al. 2025)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % interval of Tg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T = Tg = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first peak of g(r) of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::ResultsPanel</name>
    <message>
        <source>Nothing has been trained yet: choose on the left and press Train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Judged by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores of the elements left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published models of the melting temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compute the learning curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the learning curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong with the learning curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose held-out rows the plots show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted and measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element of the residuals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model of the residuals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M&amp;odel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains every chosen model on a tenth, a fifth … and all of each training part; that takes about as long as the training itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n rows</source>
        <translation>
            <numerusform>%1, %n row</numerusform>
            <numerusform>%1, %n rows</numerusform>
        </translation>
    </message>
    <message>
        <source>Stale: choices or tables are others by now. These are the results of the training before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n rows of %2</source>
        <translation>
            <numerusform>%1: %n row of %2</numerusform>
            <numerusform>%1: %n rows of %2</numerusform>
        </translation>
    </message>
    <message>
        <source>For comparison, %1 of %2. Other data and random splits: not the same task. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the error falls with the number of rows has not been computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training again and again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::RowTable</name>
    <message>
        <source>&quot;%1&quot; is no number; the cell counts as empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number; the cell stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::RunPage</name>
    <message>
        <source>Volume, energy and g(r) of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open what there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atoms of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on where the run was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest frame of the stopped run, as a glass that says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The atoms of the run are shown here as they come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: what was written so far stays in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r (Å)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g(r)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped at %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::RunPlaces</name>
    <message>
        <source>Program LAMMPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or path of lmp; Debian package lammps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LA&amp;MMPS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder for the runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::ScoreTable</name>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What learned from the same patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the squared errors of the patterns it did not learn from; the maximum of a pattern is 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the patterns have a smaller squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nine of ten patterns have a smaller squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the measured points inside the 90 % band; 90 % is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q₁ slope, R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position of the first peak, generated against measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δq slope, R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the first peak, generated against measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, for comparison</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::Settings</name>
    <message>
        <source>The settings in %1 could not be read and start afresh; the old file is kept as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last alloy could not be read from the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last composition triangle could not be read from the settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::ShortcutsDialog</name>
    <message>
        <source>Keyboard and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Composition triangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a known alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click its marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, + and -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag, arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click, Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free energy at another temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at the relaxation curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+C in the view, or its context menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Shift+E in the view, or its context menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag its slider; arrow keys by 1, + and - by 0.1, Page keys by 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what was typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escape in the formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or drag, with Alt in steps of 0.1 at.%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys by 1 at.%, with Shift by 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a measured alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click its point in Predicted and measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atoms in space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag, or arrow keys; with Ctrl about the line of sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag with Shift or the middle button, or Shift and arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come nearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look along an axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X, Y, Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home, or double click beside the atoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an atom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click it; Escape for none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::SpectraWindow</name>
    <message>
        <source>Measured patterns and training – Vitrine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of measured patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of measured patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns (*.csv *.tsv *.txt *.xy *.dat *.xrdml);;All (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a pattern of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern of the bare substrate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::SpectrumPresenter</name>
    <message>
        <source>The patterns are being loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated (%1, %2 measured)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated (%1, your own, %2 measured)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 maxima</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 at.% away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed from simulated glasses (%1, your own, %2 alloys)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed from simulated glasses (%1, %2 alloys)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a structure of atoms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::StructurePage</name>
    <message>
        <source>the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colour by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the atoms are coloured by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;tom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen atom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a file of atoms, drop one here, or quench an alloy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is being computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New folder for the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures all around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all atoms alike again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n atoms</source>
        <translation>
            <numerusform>%1: %n atom</numerusform>
            <numerusform>%1: %n atoms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vitrine::app::StudyPanel</name>
    <message>
        <source>&amp;Run the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the merge study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong with the merge study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tm (liquidus)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is set aside for tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alloys and systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single alloys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole alloy systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splits of each kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> splits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set aside:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried on the test alloys of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test alloys of one table are the same whatever it is merged with; those of a merged set are others for every set, and its scores do not compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the numbers say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the numbers say of the chosen subset stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A study takes at most %1 tables: choose fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the tables to study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choices or the tables are others by now; this is the study made before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every subset of the tables is merged and learned from, and tried on alloys that no subset has seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the merged set itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study has been run yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::StudyRun</name>
    <message>
        <source>Training on tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::StudySheets</name>
    <message>
        <source>%1 ± %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: mean ± standard deviation over %2 splits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R², %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE/K, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAE/K, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE in K on the rows with the element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R²/%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE/K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::StudyViews</name>
    <message>
        <source>Random rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole alloy systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One element left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the 90 % interval holds %2 % of the held-out rows and is %3 K wide on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: plain linear regression (RMSE %2 K) does better than every model (%3 K at best). A property that is a straight line of the contents was probably computed from the elements and not measured; ask the audit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 rows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not left out, because fewer than 10 rows contain them or too few rows stay without them: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The tables differ by more than is usual on %n values; the median was taken.</source>
        <translation>
            <numerusform>The tables differ by more than is usual on %n value; the median was taken.</numerusform>
            <numerusform>The tables differ by more than is usual on %n values; the median was taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vitrine::app::SystemPanel</name>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Compute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make a table of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute the &amp;16 systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong with the computation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>– for a binary phase diagram, an element for a liquidus projection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step of the triangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at.%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solidus and liquidus of the run as a table of the data desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solidus and liquidus of Al, Co, Cr, Fe and Ni, their ten binary and six of their ternary systems in steps of 5 at.%: 1221 alloys, as a table; takes minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Down to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose different elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The choices are others by now; what is shown is %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::T</name>
    <message>
        <source>%1: copied as picture and numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::TableAudit</name>
    <message>
        <source>The table has changed since: audit it again before mending it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend %1 flaws</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::TableDesk</name>
    <message>
        <source>Add the table %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the table %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the table to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::TableOverview</name>
    <message>
        <source>Elements of the rows; a click filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elements of the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values of a property are shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row has a value of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::TablesPage</name>
    <message>
        <source>What is wrong with the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: Zr -Be Tg&gt;700 inoue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows with an element (Zr), without one (-Be), by a value (Tg&gt;700, Tl_K&lt;=1100, Tg= for none), or with a word in formula or source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a table: CSV, TSV or XLSX; it can be dropped here, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;mples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a table that comes with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the table as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row with the alloy of the workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;column…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A property, for example Tx_K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected rows out (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the &amp;workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the first selected row the alloy of the workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close &amp;table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the table off the desk; undo brings it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tables were found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx);;All (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name and unit of the property, for example Tx_K:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: %1 (and %2 more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No table yet: open one, or drop a file here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::TrainPage</name>
    <message>
        <source>E&amp;xport the study…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong with the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores as JSON, or every held-out row as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores (*.json);;Held-out rows (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::TrainingPanel</name>
    <message>
        <source>2  Train a generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong with the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn at random; the generator is judged by the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another number draws other patterns; the same one the same patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small: minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as published: about an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patter&amp;ns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trainer of networks, vitrine-trainer, is not installed here; choose another kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop so that it can be gone on with later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::TrainingRequest</name>
    <message>
        <source>Nearest alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inverse distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radial basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network (ccGAN)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern of the nearest alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of all patterns, near alloys counting most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear radial basis functions between the alloys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaussian processes on principal components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network that learns in a game against another one; minutes to hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our own: Gaussian fields of a pattern&apos;s scale and shape</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::TrainingRun</name>
    <message>
        <source>There is no room for temporary files in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trained generator cannot be found.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::TreatForm</name>
    <message>
        <source>Treat the current glass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Treat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the treatment does not begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glass to treat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anneal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minimise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is done to the glass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anneal: keep it at a temperature. Shear: at constant rate, temperature and volume. Minimise: to its inherent structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature of the treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the anneal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shear strain at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 1/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shear rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Te&amp;mperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>St&amp;rain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;ate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a glass, or quench an alloy.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::TreatPage</name>
    <message>
        <source>the treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: the inherent structure, %1 eV/atom, is on the left as %2; the atoms as the treatment left them are in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t (ps)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>energy (eV/atom)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean square displacement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⟨Δr²⟩ (Å²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treat a glass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimising has no course in time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::UsePanel</name>
    <message>
        <source>4  Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use in the workbench</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong with the generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns and maps of its system come from it from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it to a file, for vitrine spectrum --generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systems with a generator of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete your own generator of this system; the one that comes with the program, if any, takes its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your &amp;own:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workbench uses it for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generators (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::ViewActions</name>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperatures in &amp;kelvin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperatures in degrees &amp;Celsius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents in &amp;atomic per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents in &amp;weight per cent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::ViewChoiceControls</name>
    <message>
        <source>Measured alloys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay measured alloys over the curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published Tg, and the VFT curve from Tg and fragility, of the alloy or of one within 2 at.% of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The band around the curve is that of the 90 % interval of Tg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>± 10.66 K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The band around the curve is that of the published error of Tg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::Views</name>
    <message>
        <source>Alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Properties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relaxation time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dynamic free energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Composition triangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted and measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diffraction pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citation copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::app::WorkRow</name>
    <message>
        <source>Progress of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets</name>
    <message>
        <source>90 %: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 the domain of the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being recomputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eutectic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eutectoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peritectic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peritectoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>congruent melting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>congruent transition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>melting of the element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transition of the element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::AlloyBar</name>
    <message>
        <source>Composition</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::AlloyEditor</name>
    <message>
        <source>Alloy editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents in atomic per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents in weight per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an element from the periodic table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocked elements give way in proportion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All elements are locked. Unlock one and it gives way to the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 is not locked: it gives way to the others and cannot move by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pure element. Add another one to mix.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::BarcodeChart</name>
    <message>
        <source>Bars of the barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bar %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group 1, Kasper polyhedron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group 2, no Kasper polyhedron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean over the training glasses: %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its share does not vary, so nothing goes with the energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation with the energy: r = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean |SHAP value|: %1 meV/atom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>around an icosahedron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group 1: Kasper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group 2: not Kasper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thermally processed glasses of equal energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by chance (± σ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar, numbered by importance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |SHAP| (meV/atom)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r with the energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>δs, reference − glass (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group 1: Kasper polyhedra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group 2: other polyhedra</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and Right choose a bar, Escape leaves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the barcode: %1 %; at equal energy %2 %, by chance ± %3 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% of the barcode</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::CalibrationPlot</name>
    <message>
        <source>Calibration of the intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the interval promises (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held-out rows inside it (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>honest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>± one standard deviation over the splits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % promised, %2 ± %3 % inside</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::CardDetails</name>
    <message>
        <source>Nearest known alloys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method and source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each element adds to the mean of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each element adds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. How the model reckons, not a cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the citation of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::ContributionBars</name>
    <message>
        <source>Contributions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::ContributionChart</name>
    <message>
        <source>Contributions of the elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>element, largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |contribution| (K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raises on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lowers on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 K, with its sign %3 K; mean of %n alloys</source>
        <translation>
            <numerusform>%1: %2 K, with its sign %3 K; mean of %n alloy</numerusform>
            <numerusform>%1: %2 K, with its sign %3 K; mean of %n alloys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::CorrelationPlot</name>
    <message>
        <source>Correlations of temperatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 at %3, %4 K off the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>further than 3 robust deviations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off the line (K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residuals of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::ElementPicker</name>
    <message>
        <source>Add an element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys or letters find it, Enter or a click adds it. Dotted: unknown to the models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, number %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the alloy already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::ElementRow</name>
    <message>
        <source>Locked: keeps its content while others change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock: keep this content while others change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content of %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1; the others share its content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys 1 %, + and − 0.1 %, Page keys 5 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::ErrorCurves</name>
    <message>
        <source>Learning curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE on unseen rows (K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 rows of %3 systems: %4 ± %5 K</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::ErrorHistogram</name>
    <message>
        <source>Errors of the patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean squared error of a pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::Export</name>
    <message>
        <source>&quot;%1&quot; is no format to export to: end the name of the file in .svg, .pdf, .png or .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot write &quot;%1&quot;: %2. Choose another folder or name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::ExportActions</name>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the picture and its numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the view as SVG, PDF, PNG or CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::FormulaField</name>
    <message>
        <source>Alloy formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula, e.g. Zr50Cu40Al10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula in at.%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alloy in at.%. Taken when you pause: Zr50Cu40Al10, Zr0.5Cu0.4Al0.1, (Zr50Cu50)92Al8.
Enter finishes, Esc brings the alloy back as it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::FreeEnergyPlot</name>
    <message>
        <source>displacement r/d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F(r)/kT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Φ = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dynamic free energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dynamic free energy against displacement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>barrier %1 kT at Φ = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r (Å) with d = %1 Å, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::JobRowView</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the message of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::JobStrip</name>
    <message>
        <source>Running jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::LearningCurve</name>
    <message>
        <source>Learning curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, judged by %2 patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patterns learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 patterns: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::MergeStudyPlot</name>
    <message>
        <source>Scores by the tables learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE (K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAE (K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>subset of the tables (number in the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, learned from %2: %3 ± %4%5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Que et al. 2025 (F: their figure)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Que et al. 2025, %1: %2%3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::ModelLegend</name>
    <message>
        <source>Single models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::ParityDrawing</name>
    <message>
        <source>measured %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>± RMSE %1 K</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::ParityGrid</name>
    <message>
        <source>All models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::ParityPlot</name>
    <message>
        <source>Predicted against measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted against measured values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each alloy predicted by models trained on a random part of the others: flatters, as near relatives stay in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grouped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each alloy predicted by models that never saw an alloy of the same elements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to all models (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glass transition temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Melting temperature (liquidus)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::ParityScores</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE/K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R² paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RMSE paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::ParityText</name>
    <message>
        <source>R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tm (liquidus)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ours, random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ours, grouped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grouped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper, random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grouped split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ours, random split: R² %1, RMSE %2 K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ours, grouped split: R² %1, RMSE %2 K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper, random split: R² %1, RMSE %2 K</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Ours: %n alloys, each unseen in training.</source>
        <translation>
            <numerusform>Ours: %n alloy, each unseen in training.</numerusform>
            <numerusform>Ours: %n alloys, each unseen in training.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ours: %n alloys, each of a system unseen in training.</source>
        <translation>
            <numerusform>Ours: %n alloy, each of a system unseen in training.</numerusform>
            <numerusform>Ours: %n alloys, each of a system unseen in training.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paper: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounds and ranges: the paper prints no figure for the model alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band: ± our RMSE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 → %3 (%4%5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 measured, %3 %4 predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ours, element left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Element left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ours, element left out: R² %1, RMSE %2 K</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Ours: %n alloys, each with an element unseen in training.</source>
        <translation>
            <numerusform>Ours: %n alloy, each with an element unseen in training.</numerusform>
            <numerusform>Ours: %n alloys, each with an element unseen in training.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::PatternCurves</name>
    <message>
        <source>q (1/Å)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::PatternExamples</name>
    <message>
        <source>Best and worst examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best: %1, error %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worst: %1, error %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::PatternPreview</name>
    <message>
        <source>Measured and prepared pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q (1/Å)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2θ (degrees)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepared</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::PeakAgreement</name>
    <message>
        <source>First peak, generated against measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured (1/Å)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated (1/Å)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: slope %2, R² %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2: measured %3, generated %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position q₁</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width Δq</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::PeriodicCells</name>
    <message>
        <source>In the alloy already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::PeriodicTable</name>
    <message>
        <source>Periodic table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::PhaseDiagramView</name>
    <message>
        <source>alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2 (at.%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase diagram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at.% %2, %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content (at.%)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::PhaseFractionPlot</name>
    <message>
        <source>Phase fractions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the atoms (%)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::PropertyCardView</name>
    <message>
        <source>Copy &amp;citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  %1 away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What other methods say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to the shipped model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: back to the shipped model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::PropertyCards</name>
    <message>
        <source>Properties</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::RelaxationDrawing</name>
    <message>
        <source>T (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the theory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theory, m = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (measured)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, measured: %2 at %3
%4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (derived)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1000/T (1/K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log₁₀ τ (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::RelaxationPlot</name>
    <message>
        <source>Relaxation time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relaxation time against temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1000/T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot against the reciprocal temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot against the temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>:  outside the theory</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::ResidualPlot</name>
    <message>
        <source>Residuals against composition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (at.%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted − measured (K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2%3 K</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::SpectrumDrawing</name>
    <message>
        <source>q (1/Å)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2θ (degrees, λ = %1 Å)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 1/Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (measured)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (measured, × %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it might be measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pseudo-Voigt: q&lt;sub&gt;1&lt;/sub&gt; %1, Δq %2 ± %3, residual %4 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r (Å)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (computed from atoms, × %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>g(r)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as another glass might have it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::SpectrumPlot</name>
    <message>
        <source>Diffraction pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intensity over the scattering vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured minus generated intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot against the scattering vector q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plot against the scattering angle 2θ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wavelength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wavelength of the radiation for the angles: 1.5418 Å is copper Kα, 0.7107 Å molybdenum Kα</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patterns of this alloy as they might be measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, first peak at %1 1/Å, width %2 1/Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q %1 1/Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2θ %1°  </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>:  %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the nearest measured patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported patterns of the alloys nearest to this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generator of the curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear overlays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off the patterns that are laid over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>r %1 Å</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::StructureControls</name>
    <message>
        <source>&amp;Perspective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look along %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>across x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>across y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>across z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>towards the viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direction of the slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of the slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Å</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thickness of the slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How thick a layer is shown; 0 shows all on one side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turntable…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turntable: pictures all around, as files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::StructureView</name>
    <message>
        <source>%1 of %2 atoms drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, atom %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Atoms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows turn, with Shift they move; plus and minus come nearer; X, Y and Z look along an axis; P changes the perspective; Home shows everything</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::TernaryMap</name>
    <message>
        <source>Ternary map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the colour range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the ends of the colour scale while the map changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::TernaryText</name>
    <message>
        <source>no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edge of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published alloy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measure next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selected row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::TrainingCurves</name>
    <message>
        <source>Training of the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error of the patterns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses of the game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>discriminator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::Turntable</name>
    <message>
        <source>%1 exists already; name a new folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made; choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written; is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures cannot be moved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>vitrine::widgets::ValueHistogram</name>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
