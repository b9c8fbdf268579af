#include "app/glass/barcode_words.h"

#include "engine/atomistic/polyhedra.h"
#include "widgets/alloy/element_names.h"
#include "widgets/theme/units.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace vitrine::app {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(vitrine::app::BarcodeWords)
};

using widgets::numberText;

constexpr double kMilli = 1000.0;
/// Part of the reference glasses that must be less heterogeneous before it is called unusual.
constexpr double kUnusual = 0.95;
constexpr double kUncommon = 0.75;

double share(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(1, whole));
}

QString percent(double part) {
  return numberText(100.0 * part, 1);
}

QString energy(double evPerAtom) {
  return numberText(evPerAtom, 4);
}

QString listed(const std::vector<std::string>& words) {
  QStringList list;
  for (const auto& word : words)
    list << QString::fromStdString(word);
  return list.join(QStringLiteral("; "));
}

QString evennessText(double rank) {
  if (rank >= kUnusual)
    return Words::tr("Few thermally processed glasses near this energy are as uneven.");
  if (rank >= kUncommon)
    return Words::tr("Some thermally processed glasses near this energy are as uneven.");
  return Words::tr("Thermally processed glasses near this energy are often as uneven.");
}

QString methodText(const barcode::BarcodeCard& card) {
  const bool line = card.barRecipe.method == barcode::EnergyMethod::Line;
  return line ? Words::tr(
                    "A penalised line, which predicts the glasses left out better than the "
                    "paper's gradient boosted trees; the bars are what is left when the "
                    "environments with the least mean |SHAP value| go, a fifth at a time.")
              : Words::tr(
                    "Gradient boosted trees, as there; the bars are the environments with "
                    "the largest mean |SHAP value|.");
}

}  // namespace

QString kernelText(const barcode::BarcodeModel& model, std::size_t bar) {
  const auto& facts = model.bars()[bar];
  QString text = QString::fromStdString(atomistic::indexText(facts.kernel));
  const auto name = atomistic::polyhedronName(facts.kernel);
  if (!name.empty())
    text += u' ' + QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
  return Words::tr("%1 around %2")
      .arg(text, widgets::elementSymbol(model.environments().sources[facts.environment].species));
}

QString barcodeFacts(const barcode::BarcodeModel& model, const barcode::BarcodeReading& reading,
                     std::optional<double> knownEvPerAtom) {
  const auto& card = model.card();
  const auto& contrast = reading.contrast;
  QStringList lines;
  lines << Words::tr("Energy predicted from the bars: %1 ± %2 eV/atom")
               .arg(energy(reading.energyBars), energy(card.barScores.rmse));
  lines << Words::tr("from all environments: %1 ± %2 eV/atom")
               .arg(energy(reading.energyAll), energy(card.allScores.rmse));
  if (knownEvPerAtom)
    lines << Words::tr("predicted less known: %1 meV/atom")
                 .arg(numberText(kMilli * (reading.energyBars - *knownEvPerAtom), 1));
  lines << (card.foldsAreGroups
                ? Words::tr("(± is the root mean square error on groups left out of training)")
                : Words::tr("(± is the root mean square error on structures left out of training, "
                            "all of one group)"));
  lines << Words::tr("Of the barcode: %1 % Kasper (group 1), %2 % icosahedra")
               .arg(percent(reading.kasperShare), percent(reading.icosahedraShare));
  lines << Words::tr("Atoms in bars: %1 %; unknown to the model: %2 %")
               .arg(percent(share(reading.inBars, reading.atoms)),
                    percent(share(reading.unknown, reading.atoms)));
  lines << Words::tr(
               "Heterogeneity, the spread of δs over group 2: %1 · 10⁻³; chance alone gives %2 "
               "· 10⁻³")
               .arg(numberText(kMilli * contrast.sdGroup2, 3),
                    numberText(kMilli * contrast.sdGroup2ByChance, 3));
  lines << Words::tr(
               "That is above %1 % of the reference glasses near this energy, each held against "
               "the other groups. %2")
               .arg(numberText(100.0 * contrast.rankGroup2, 0), evennessText(contrast.rankGroup2));
  lines << Words::tr("Held against glasses of %1 eV/atom, %2.")
               .arg(energy(contrast.energyEvPerAtom),
                    !contrast.inside ? Words::tr("the nearest to its energy that the model knows")
                    : knownEvPerAtom ? Words::tr("its known energy")
                                     : Words::tr("the energy predicted from the bars"));
  if (!card.potentials.empty())
    lines << Words::tr(
                 "All energies are those of the potential %1; one of another potential "
                 "cannot be compared.")
                 .arg(listed(card.potentials));
  return lines.join(u'\n');
}

QString cautionWords(const barcode::Caution& caution) {
  using Kind = barcode::Caution::Kind;
  switch (caution.kind) {
    case Kind::AtomsMove:
      return Words::tr(
                 "Its atoms move, at %1 K, and the model knows inherent structures: minimise it "
                 "first, on the page Treat.")
          .arg(numberText(caution.amount, 0));
    case Kind::OtherComposition:
      return Words::tr(
                 "The model learned from %1, %2 at.% away: another composition shifts the "
                 "energy by more than its structure does, and shares of bars cannot be held "
                 "against its reference.")
          .arg(QString::fromStdString(caution.formula), numberText(caution.amount, 1));
    case Kind::Learned:
      return Words::tr(
          "The model learned from this very glass: its predicted energy tells little, and it is "
          "held against the other groups.");
    case Kind::EnergyOutside:
      return Words::tr("Its energy is outside that of the glasses the model learned from.");
    case Kind::NothingInBars:
      return Words::tr("None of its atoms is in a bar: it is no glass that the model knows.");
    case Kind::FewAtoms:
      return Words::tr(
                 "It has fewer atoms than the %1 of the glasses the model learned from, so "
                 "chance alone makes it look uneven.")
          .arg(numberText(caution.amount, 0));
    case Kind::UnknownEnvironments:
      return Words::tr("%1 % of its environments are unknown to the model; its energy is a guess.")
          .arg(numberText(caution.amount, 1));
  }
  return {};
}

QString cardText(const barcode::BarcodeModel& model) {
  const auto& card = model.card();
  const auto& soap = card.settings.soap;
  QStringList symbols;
  for (const int species : card.settings.species)
    symbols << widgets::elementSymbol(species);
  const auto count = [](std::size_t number) {
    return QLocale().toString(static_cast<qulonglong>(number));
  };
  const auto scores = [](const regression::Scores& each) {
    return Words::tr("%1 meV/atom, r² %2")
        .arg(numberText(kMilli * each.rmse, 2), numberText(each.r2, 3));
  };
  QString html;
  const auto add = [&](const QString& head, const QString& text) {
    if (!text.isEmpty())
      html += QStringLiteral("<p><b>%1</b> %2</p>").arg(head, text.toHtmlEscaped());
  };
  add(Words::tr("Elements:"), symbols.join(QStringLiteral(", ")));
  add(Words::tr("Learned from:"),
      Words::tr("%1 inherent structures in %2 groups, such as quenches, %3 to %4 eV/atom")
          .arg(count(card.structures), count(card.groups), energy(card.lowestEvPerAtom),
               energy(card.highestEvPerAtom)));
  QStringList alloys;
  for (const auto& alloy : card.compositions)
    alloys << widgets::subscripted(QString::fromStdString(alloy.formula(1)));
  add(Words::tr("Alloys:"), alloys.join(QStringLiteral(", ")));
  add(Words::tr("Potential:"), listed(card.potentials));
  add(Words::tr("Data:"), QString::fromStdString(card.source));
  add(Words::tr("Licence:"), QString::fromStdString(card.licence));
  add(Words::tr("Environments:"),
      Words::tr("%1 unique ones among %2, at similarity %3; %4 of them are bars")
          .arg(count(card.environments), count(card.environmentsSeen),
               numberText(card.settings.threshold, 2), count(model.bars().size())));
  add(Words::tr("Shares:"),
      card.settings.width > 0.0
          ? Words::tr("every atom counts for every environment, by a Gaussian of 1 − similarity of "
                      "deviation %1, which takes out the noise of counting")
                .arg(numberText(card.settings.width, 2))
          : Words::tr("every atom counts once, for the environment it is most similar to"));
  add(Words::tr("Description:"),
      Words::tr("SOAP within %1 Å, n_max %2, l_max %3, σ %4 Å, %5 basis")
          .arg(numberText(soap.cutoffA, 1))
          .arg(soap.radial)
          .arg(soap.angular)
          .arg(numberText(soap.sigmaA, 2), soap.basis == atomistic::SoapBasis::Gto
                                               ? Words::tr("Gaussian")
                                               : Words::tr("polynomial")));
  add(card.foldsAreGroups ? Words::tr("Error on groups left out (root mean square):")
                          : Words::tr("Error on structures left out (root mean square):"),
      Words::tr("from the bars %1; from all environments %2")
          .arg(scores(card.barScores), scores(card.allScores)));
  add(Words::tr("With the energy go:"),
      Words::tr("all Kasper bars together r = %1, bars around icosahedra r = %2")
          .arg(numberText(model.kasperCorrelation(), 2),
               numberText(model.icosahedraCorrelation(), 2)));
  add(Words::tr("Trained:"),
      Words::tr("%1 by %2")
          .arg(QString::fromStdString(card.trained), QString::fromStdString(card.program)));
  add(Words::tr("Method:"),
      Words::tr("C. Liu et al., Acta Mater. 259, 119281 (2023): from unique local environments to "
                "energy. %1")
          .arg(methodText(card)));
  if (!card.limits.empty()) {
    html += QStringLiteral("<p><b>%1</b></p><ul>").arg(Words::tr("What it cannot carry:"));
    for (const auto& limit : card.limits)
      html += QStringLiteral("<li>%1</li>").arg(QString::fromStdString(limit).toHtmlEscaped());
    html += QStringLiteral("</ul>");
  }
  return html;
}

}  // namespace vitrine::app
