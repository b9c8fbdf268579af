// TDB texts of our own; the dialects are those of published databases.

#include "engine/calphad/tdb_reader.h"
#include "engine/core/error.h"

#include <QTest>

#include <cmath>

using namespace vitrine;
using namespace vitrine::calphad;

namespace {

const std::string kLong = R"($ Two metals
 ELEMENT /-   ELECTRON_GAS  0 0 0!
 ELEMENT VA   VACUUM        0 0 0!
 ELEMENT AL   FCC_A1   26.98 4540 28.3!
 ELEMENT NI   FCC_A1   58.69 4787 29.8!
 FUNCTION GHSERAL  298.15 -7976.15+137.093038*T-24.3671976*T*LN(T)
     +74092*T**(-1);  7.00000E+02  Y
      +2*T**2;  2900  N !
 FUNCTION GTWICE 298.15 2*GHSERAL#+EXP(0); 6000 N !
 TYPE_DEFINITION % SEQ *!
 TYPE_DEFINITION & GES A_P_D @ MAGNETIC  -3.0    2.80000E-01 !
 TYPE_DEFINITION D GES AMEND_PHASE_DESCRIPTION L12 DIS_PART FCC_A1 ,,,!
 DEFAULT_COMMAND DEF_SYS_ELEMENT VA /- !
 DEFAULT_COMMAND REJECT_PHASE FCC_A1 !
 PHASE LIQUID:L %  1  1.0  !
    CONSTITUENT LIQUID:L :AL,NI :  !
 PHASE FCC_A1 %&  2 1 1 ! a remark after the mark
    CONSTITUENT FCC_A1 :AL,NI% : VA :  !
 PHASE L12 %&D  3 .75 .25 1 !
    CONSTITUENT L12 :AL,NI : AL,NI : VA :  !
 PARAMETER G(LIQUID,AL;0) 298.15 +GHSERAL#; 6000 N REF1 !
 PARAMETER L(LIQUID,AL,NI;1) 298.15 -1000+2*T; 6000 N REF1 !
 PARAMETER BMAGN(FCC_A1,NI:VA;0) 298.15 .52; 6000 N REF1 !
 PARAMETER TC(FCC_A1,NI:VA;0) 298.15 633; 6000 N REF1 !
)";

/// The same in short.
const std::string kShort = R"(
 ELEM VA
 VACUUM 0 0 0 !
 ELEM AL FCC_A1 26.98 4540 28.3 !
 ELEM NI FCC_A1 58.69 4787 29.8 !
 FUN GHSERAL 298.15 -7976.15+137.093038*T-24.3671976*T*LN(T)+74092*T**(-1); 700 Y 2*T**2;,, N !
 FUN GTWICE 298.15 2*GHSERAL+EXP(0);,, N !
 TYPE-DEF % SEQ * !
 TYPE-DEF & GES AMEND_PHASE_DESCRIPTION @ MAGNETIC -3 0.28 !
 TYPE-DEF D GES AMEND_PHASE_DESCRIPTION L12 DIS_PART FCC_A1 !
 DEFAULT-COM REJECT_PHASE FCC_A1 !
 PHASE LIQUID:L % 1 1 !
 CONST LIQUID:L : AL NI : !
 PHASE FCC_A1 %& 2 1 1 !
 CONST FCC_A1 : AL NI% : VA : !
 PHASE L12 %&D 3 0.75 0.25 1 !
 CONST L12 : AL NI : AL NI : VA : !
 PAR G(LIQUID,AL),, +GHSERAL;,, N REF1 !
 PAR L(LIQUID,NI,AL;1),, -1000+2*T;,, N REF1 !
 PAR BM(FCC_A1,NI:VA),, .52;,, N !
 PAR TC(FCC_A1,NI:VA),, 633; 6000 N !
)";

std::string failureOf(const std::string& text) {
  try {
    parseTdb(text, "x.tdb");
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

class TestTdbReader : public QObject {
  Q_OBJECT

 private slots:
  void dialects_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("long") << QString::fromStdString(kLong);
    QTest::newRow("short") << QString::fromStdString(kShort);
  }
  void dialects() {
    QFETCH(QString, text);
    const auto database = parseTdb(text.toStdString(), "x.tdb");
    QVERIFY(database.notes.empty());
    QCOMPARE(database.elements, (std::vector<std::string>{"AL", "NI"}));
    QCOMPARE(database.phases.size(), std::size_t(3));
    QCOMPARE(database.phases[0].option, 'L');
    QVERIFY(database.phases[1].rejected && !database.phases[2].rejected);
    QCOMPARE(database.phases[2].disorderedPart, std::string("FCC_A1"));
    QCOMPARE(database.phases[1].structureFactor, 0.28);
    QCOMPARE(database.phases[0].structureFactor, 0.0);
    QCOMPARE(database.parameters.size(), std::size_t(4));
    QCOMPARE(database.parameters[1].order, 1);
    QCOMPARE(database.parameters[2].kind, ParameterKind::MagneticMoment);
    // Constituents stand by name, whatever the order in the file.
    const auto& pair = database.parameters[1].constituents[0];
    QCOMPARE(database.species[pair[0]].name, std::string("AL"));
    const auto cold = database.functionValues(500.0);
    const double expected =
        -7976.15 + 137.093038 * 500 - 24.3671976 * 500 * std::log(500.0) + 74092.0 / 500;
    QVERIFY(std::abs(cold[0] - expected) < 1e-9);
    QVERIFY(std::abs(cold[1] - 2 * expected - 1.0) < 1e-9);
    QCOMPARE(database.functionValues(800.0)[0], 2.0 * 800 * 800);
  }

  void whatIsNotKnownIsLeftOutAndNamed() {
    const auto database = parseTdb(kShort +
                                       "MYSTERY A B !\n"
                                       "PAR THETA(LIQUID,AL),, 300;,, N !\n"
                                       "PAR G(LIQUID,NI),, +GNOWHERE;,, N !\n"
                                       "PAR G(NOPHASE,NI),, 1;,, N !\n"
                                       "PAR G(LIQUID,ZZ),, 1;,, N !\n"
                                       "FUN GLOOP 298.15 1+GLOOP; 6000 N !\n",
                                   "x.tdb");
    QCOMPARE(database.parameters.size(), std::size_t(4));
    QString all;
    for (const auto& note : database.notes)
      all += QString::fromStdString(note.message) + "\n";
    for (const char* word : {"MYSTERY", "THETA", "GNOWHERE", "NOPHASE", "ZZ", "GLOOP"})
      QVERIFY2(all.contains(word), word);
  }

  void faultsNameFileAndLine_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("start");
    QTest::newRow("nothing") << ""
                             << "x.tdb has no ELEMENT";
    QTest::newRow("no TDB") << "formula,Tg_K\nZr50Cu50,670\n"
                            << "x.tdb has no ELEMENT";
    QTest::newRow("expression") << "ELEMENT AL X 0 0 0 !\nFUNCTION G 298.15 1+*T; 6000 N !\n"
                                << "x.tdb, line 2: ";
    QTest::newRow("line within") << "ELEMENT AL X 0 0 0 !\nFUNCTION G 298.15\n 1+\n 2*); 6000 N !\n"
                                 << "x.tdb, line 4: ";
    QTest::newRow("no semicolon") << "ELEMENT AL X 0 0 0 !\nFUNCTION G 298.15 1 !\n"
                                  << "x.tdb, line 2: ";
    QTest::newRow("bracket") << "ELEMENT AL X 0 0 0 !\nFUNCTION G 298.15 LN(T; 6000 N !\n"
                             << "x.tdb, line 2: ";
    QTest::newRow("nesting") << "ELEMENT AL X 0 0 0 !\nFUNCTION G 298.15 " + QString(500, '(') +
                                    "1" + QString(500, ')') + "; 6000 N !\n"
                             << "x.tdb, line 2: ";
    QTest::newRow("sites") << "ELEMENT AL X 0 0 0 !\nPHASE P % 2 1 !\n"
                           << "x.tdb, line 2: ";
    QTest::newRow("constituent") << "ELEMENT AL X 0 0 0 !\nPHASE P % 1 1 !\nCONST P : FE : !\n"
                                 << "x.tdb, line 3: ";
    QTest::newRow("ranges") << "ELEMENT AL X 0 0 0 !\nFUNCTION G 298.15 1; 700 Y 2; 600 N !\n"
                            << "x.tdb, line 2: ";
    QTest::newRow("magnetism") << "ELEMENT AL X 0 0 0 !\nTYPE_DEF A GES A_P_D @ MAGNETIC 3 0.28 !\n"
                               << "x.tdb, line 2: ";
  }
  void faultsNameFileAndLine() {
    QFETCH(QString, text);
    QFETCH(QString, start);
    const auto failure = QString::fromStdString(failureOf(text.toStdString()));
    QVERIFY2(failure.startsWith(start), qPrintable(failure));
    QVERIFY2(failure.endsWith('.') || failure.endsWith('?'), qPrintable(failure));
    QVERIFY(!failure.contains('\n'));
  }
};

QTEST_GUILESS_MAIN(TestTdbReader)
#include "tst_tdb_reader.moc"
