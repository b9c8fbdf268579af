#include "engine/alloy/element.h"

#include <QTest>

#include <cctype>
#include <cmath>
#include <set>
#include <string>

using namespace vitrine::alloy;

class TestElements : public QObject {
  Q_OBJECT

 private slots:
  void allElementsAreThere() {
    QCOMPARE(static_cast<int>(elements().size()), kElementCount);
    std::set<std::string_view> symbols;
    std::set<std::string_view> names;
    for (const auto& each : elements()) {
      QCOMPARE(element(each.atomicNumber).symbol, each.symbol);
      QCOMPARE(findElement(each.symbol), &each);
      symbols.insert(each.symbol);
      names.insert(each.name);
    }
    QCOMPARE(static_cast<int>(symbols.size()), kElementCount);
    QCOMPARE(static_cast<int>(names.size()), kElementCount);
  }

  void wrongSymbolsAreNotFound() {
    for (const char* symbol : {"", "Zq", "CO", "zr", "ZR", "Zirconium", "Z", "1", "Rf", "Zr ", "é"})
      QVERIFY2(findElement(symbol) == nullptr, symbol);
  }

  // Where the Gibbs energies of solid and liquid meet in the SGTE Unary database 5.0; iron and
  // cobalt from the assessments of B. Hallstedt's database (2017).
  void meltingPoints_data() {
    QTest::addColumn<QString>("symbol");
    QTest::addColumn<double>("expectedK");
    const std::pair<const char*, double> points[] = {
        {"Al", 933.5},  {"Co", 1768.0}, {"Cr", 2180.0}, {"Fe", 1810.9}, {"Ni", 1728.2},
        {"Cu", 1357.8}, {"Zr", 2128.0}, {"B", 2348.0},  {"Si", 1687.0}, {"Mg", 923.0},
        {"Nb", 2750.0}, {"Ti", 1941.0}, {"Y", 1795.0},  {"Pd", 1828.0}, {"La", 1193.0}};
    for (const auto& [symbol, expectedK] : points)
      QTest::newRow(symbol) << QString(symbol) << expectedK;
  }
  void meltingPoints() {
    QFETCH(QString, symbol);
    QFETCH(double, expectedK);
    const Element* found = findElement(symbol.toStdString());
    QVERIFY(found != nullptr && found->meltingPointK.has_value());
    QVERIFY(std::abs(*found->meltingPointK - expectedK) <= 1.0);
  }

  void factsArePlausible() {
    for (const auto& each : elements()) {
      const std::string name(each.name);
      QVERIFY2(each.massU > 1.0 && each.massU < 263.0, name.c_str());
      QVERIFY2(each.group >= 0 && each.group <= 18, name.c_str());
      QVERIFY2(each.period >= 1 && each.period <= 7, name.c_str());
      QVERIFY2(each.mendeleevNumber >= 1 && each.mendeleevNumber <= 103, name.c_str());
      if (each.meltingPointK)
        QVERIFY2(*each.meltingPointK > 0.5 && *each.meltingPointK < 4000.0, name.c_str());
      if (each.metallicRadiusPm)
        QVERIFY2(*each.metallicRadiusPm > 100.0 && *each.metallicRadiusPm < 280.0, name.c_str());
      if (each.electronegativityPauling)
        QVERIFY2(*each.electronegativityPauling >= 0.7 && *each.electronegativityPauling <= 3.98,
                 name.c_str());
      // A mole of the solid weighs its mass: the two collections must not contradict each other.
      if (each.densityGPerCm3 && each.molarVolumeCm3 && each.group != 17)
        QVERIFY2(std::abs(*each.densityGPerCm3 * *each.molarVolumeCm3 / each.massU - 1.0) < 0.12,
                 name.c_str());
    }
  }

  void groupsAndValence() {
    const auto& iron = *findElement("Fe");
    QCOMPARE(iron.group, 8);
    QCOMPARE(iron.period, 4);
    QCOMPARE(iron.valenceElectrons.value(), 8);
    QCOMPARE(findElement("P")->group, 15);
    QCOMPARE(findElement("P")->valenceElectrons.value(), 5);
    QCOMPARE(findElement("Al")->valenceElectrons.value(), 3);
    QCOMPARE(findElement("Gd")->group, 0);
    QCOMPARE(findElement("Gd")->valenceElectrons.value(), 3);
    QVERIFY(!findElement("U")->valenceElectrons.has_value());
    QVERIFY(!findElement("B")->metallicRadiusPm.has_value());
  }
};

QTEST_APPLESS_MAIN(TestElements)
#include "tst_elements.moc"
