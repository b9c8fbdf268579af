#include "app/correlations/correlations_page.h"

#include "app/correlations/fit_table.h"
#include "app/session.h"
#include "engine/alloy/element.h"
#include "widgets/correlation/correlation_plot.h"
#include "widgets/export/data_table.h"
#include "widgets/theme/units.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <map>

namespace vitrine::app {

namespace {

/// Rough size of the correlations of an alloy: numbers of three sets with four lines each.
constexpr std::size_t kBytesPerAlloy = 400;
/// Of more alloys only every second, third … is drawn.
constexpr std::size_t kMostDrawn = 5000;

QComboBox* addChoice(const QString& name, const QString& hint, QHBoxLayout& row, QWidget* parent) {
  auto* label = new QLabel(name, parent);
  auto* box = new QComboBox(parent);
  label->setBuddy(box);
  box->setAccessibleName(QString(name).remove(u'&'));
  box->setToolTip(hint);
  box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  row.addWidget(label);
  row.addWidget(box);
  return box;
}

}  // namespace

CorrelationsPage::CorrelationsPage(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_result(session.runner, session.store, {QStringLiteral("correlations"), Priority::Visible},
               [this] { present(); }) {
  build();
  const TableDesk& desk = session.desk;
  connect(&desk, &TableDesk::currentChanged, this, [this] {
    const QSignalBlocker quiet(m_element);
    m_element->setCurrentIndex(0);
    refresh();
  });
  connect(&desk, &TableDesk::tableChanged, this, [this](quint64 id) {
    if (id == m_session.desk.current())
      refresh();
  });
  connect(&desk, &TableDesk::selectionChanged, this, &CorrelationsPage::showSelection);
  connect(&session.document, &Document::viewChanged, this, &CorrelationsPage::present);
  connect(&session.references, &ReferenceLibrary::changed, this, &CorrelationsPage::present);
  connect(m_element, &QComboBox::currentIndexChanged, this, &CorrelationsPage::refresh);
  connect(m_melting, &QComboBox::currentIndexChanged, this, &CorrelationsPage::present);
  connect(m_residuals, &QComboBox::currentIndexChanged, this, &CorrelationsPage::present);
  connect(m_plot, &widgets::CorrelationPlot::rowsChosen, this,
          [this](const std::vector<std::size_t>& rows) {
            // What is stale may be of another table.
            if (m_result.freshness() == Freshness::Current)
              m_session.desk.setSelection(rows);
          });
  connect(m_copy, &QPushButton::clicked, this, &CorrelationsPage::copyFits);
  present();
}

void CorrelationsPage::build() {
  auto* choices = new QHBoxLayout;
  m_element = addChoice(tr("&Alloys"), tr("All alloys of the table, or those with an element"),
                        *choices, this);
  m_element->addItem(tr("all"));
  m_melting =
      addChoice(tr("&Melting temperature"),
                tr("The end of melting (liquidus) or its beginning (solidus)"), *choices, this);
  m_melting->addItems({tr("liquidus Tl"), tr("solidus Ts")});
  m_residuals = addChoice(tr("&Residuals of"), tr("The line that the lower plots measure from"),
                          *choices, this);
  m_residuals->addItem(tr("the fit through the origin"), QLatin1String(kThroughOrigin));
  m_residuals->addItem(tr("the fit with intercept"), QLatin1String(kWithIntercept));
  m_residuals->addItem(tr("the line of Que et al. 2025"), QStringLiteral("paper"));
  m_residuals->addItem(tr("the line of Lu and Li 2009"), QStringLiteral("lu_li"));
  m_residuals->setCurrentIndex(1);
  m_copy = new QPushButton(tr("&Copy the lines"), this);
  m_copy->setToolTip(tr("The table below, with all digits, for a spreadsheet"));
  choices->addStretch();
  choices->addWidget(m_copy);
  m_plot = new widgets::CorrelationPlot(this);
  m_note = new QLabel(tr("Lines are fitted in kelvin whatever unit is shown: a line through the "
                         "origin is one through absolute zero. ⟨Tm⟩ is the mean melting point of "
                         "the elements, by atomic fractions."),
                      this);
  m_note->setWordWrap(true);
  m_fits = new FitTable(m_session.references, this);
  auto* column = new QVBoxLayout(this);
  column->addLayout(choices);
  column->addWidget(m_plot, 1);
  column->addWidget(m_note);
  column->addWidget(m_fits);
}

void CorrelationsPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  m_session.references.load();
  refresh();
  present();
}

std::optional<int> CorrelationsPage::chosenElement() const {
  const int number = m_element->currentData().toInt();
  return number > 0 ? std::optional(number) : std::nullopt;
}

bool CorrelationsPage::isSolidusChosen() const {
  return m_melting->currentIndex() == 1;
}

void CorrelationsPage::refresh() {
  const TableDesk& desk = m_session.desk;
  if (desk.current() == 0) {
    m_result.reset();
    return;
  }
  if (!isVisible())
    return m_result.expire();
  const auto table = desk.snapshot(desk.current());
  const auto element = chosenElement();
  const QString input = QStringLiteral("%1 %2 %3")
                            .arg(desk.current())
                            .arg(desk.revision(desk.current()))
                            .arg(element.value_or(0));
  m_result.request(
      input.toStdString(),
      [table, element](const RunContext& context) {
        return correlationsOf(table, element, context);
      },
      table->rows.size() * kBytesPerAlloy);
}

QString CorrelationsPage::missing(const CorrelationSet& set, bool overMean) const {
  if (!set.hasColumns && overMean)
    return tr("This table has no glass-transition temperature: no column Tg in K or °C.");
  if (!set.hasColumns)
    return isSolidusChosen() ? tr("This table has no Tg or no solidus: columns Tg and Ts (or Tm) "
                                  "in K or °C are needed.")
                             : tr("This table has no Tg or no liquidus: columns Tg and Tl in K or "
                                  "°C are needed.");
  if (set.xK.empty())
    return tr("None of these alloys has both temperatures.");
  return {};
}

QString CorrelationsPage::lineName(const ComparedLine& line) const {
  const QString slope = widgets::numberText(line.slope, line.fit ? 4 : 3);
  if (line.reference == "que2025")
    return tr("Que et al. 2025: %1 x").arg(slope);
  if (line.reference == "lu2009")
    return tr("Lu and Li 2009: %1 x").arg(slope);
  if (line.interceptK == 0.0)
    return tr("through the origin: %1 x").arg(slope);
  const QString sign = line.interceptK < 0.0 ? QStringLiteral("−") : QStringLiteral("+");
  return tr("with intercept: %1 x %2 %3 K")
      .arg(slope, sign, widgets::numberText(std::abs(line.interceptK), 1));
}

std::size_t CorrelationsPage::chosenLine(const CorrelationSet& set) const {
  const std::string key = m_residuals->currentData().toString().toStdString();
  for (std::size_t i = 0; i < set.lines.size(); ++i) {
    if (set.lines[i].key == key)
      return i;
  }
  return 0;
}

widgets::Correlation CorrelationsPage::drawn(const CorrelationSet& set, const dataset::Table& table,
                                             bool overMean) const {
  const QString melting = isSolidusChosen() ? tr("solidus Ts") : tr("liquidus Tl");
  widgets::Correlation drawn;
  drawn.title = overMean ? tr("Tg over ⟨Tm⟩, %1 alloys").arg(set.rows.size())
                         : tr("%1 over Tg, %2 alloys").arg(melting).arg(set.rows.size());
  drawn.xName = overMean ? tr("⟨Tm⟩ of the elements") : tr("Tg");
  drawn.yName = overMean ? tr("Tg") : melting;
  drawn.message = missing(set, overMean);
  if (!drawn.message.isEmpty()) {
    drawn.title = overMean ? tr("Tg over ⟨Tm⟩") : tr("%1 over Tg").arg(melting);
    return drawn;
  }
  for (const ComparedLine& line : set.lines)
    drawn.lines.push_back({lineName(line), line.slope, line.interceptK, !line.fit});
  drawn.residualsOf = chosenLine(set);
  const ComparedLine& line = set.lines[drawn.residualsOf];
  const std::size_t step = (set.rows.size() + kMostDrawn - 1) / kMostDrawn;
  if (step > 1)
    drawn.title = tr("%1, 1 of %2 drawn").arg(drawn.title).arg(step);
  for (std::size_t i = 0; i < set.rows.size(); i += step) {
    drawn.formulas << QString::fromStdString(table.rows[set.rows[i]].composition.formula(1));
    drawn.rows.push_back(set.rows[i]);
    drawn.xK.push_back(set.xK[i]);
    drawn.yK.push_back(set.yK[i]);
    drawn.residualK.push_back(line.residualK[i]);
    drawn.outliers.push_back(line.outliers[i]);
  }
  return drawn;
}

void CorrelationsPage::showElements(const Correlations& correlations) {
  const QSignalBlocker quiet(m_element);
  const int chosen = chosenElement().value_or(0);
  m_element->clear();
  m_element->addItem(tr("all"));
  std::map<QString, std::pair<int, std::size_t>> bySymbol;
  for (const auto& element : correlations.elements) {
    const auto symbol = alloy::element(element.first).symbol;
    bySymbol[QString::fromLatin1(symbol.data(), static_cast<qsizetype>(symbol.size()))] = element;
  }
  for (const auto& [symbol, element] : bySymbol)
    m_element->addItem(tr("%1 (%2 alloys)").arg(symbol).arg(element.second), element.first);
  m_element->setCurrentIndex(std::max(0, m_element->findData(chosen)));
}

void CorrelationsPage::present() {
  if (m_result.isPending())
    return;
  widgets::CorrelationModel model;
  model.unit = m_session.document.view().temperatureUnit;
  std::vector<FitTable::Line> lines;
  const Correlations* correlations = m_result.value();
  if (correlations == nullptr) {
    QString message = tr("There is no table yet: open one on the page Tables.");
    if (m_result.freshness() == Freshness::Failed)
      message = m_result.failure();
    else if (m_session.desk.current() != 0)
      message = tr("The table is being looked at.");
    for (const bool overMean : {true, false}) {
      widgets::Correlation empty;
      empty.title = overMean ? tr("Tg over ⟨Tm⟩") : tr("Tm over Tg");
      empty.xName = overMean ? tr("⟨Tm⟩ of the elements") : tr("Tg");
      empty.yName = overMean ? tr("Tg") : tr("Tm");
      empty.message = message;
      model.correlations.push_back(std::move(empty));
    }
  } else {
    model.stale = m_result.isOverdue();
    if (m_result.freshness() == Freshness::Current)
      model.selected = m_session.desk.selection();
    showElements(*correlations);
    const auto add = [&](const CorrelationSet& set, bool overMean) {
      model.correlations.push_back(drawn(set, *correlations->table, overMean));
      const QString name = overMean            ? tr("Tg over ⟨Tm⟩")
                           : isSolidusChosen() ? tr("Ts over Tg")
                                               : tr("Tl over Tg");
      for (const ComparedLine& line : set.lines)
        lines.push_back({name, lineName(line), &line, set.rows.size()});
    };
    add(correlations->tgOverMean, true);
    add(isSolidusChosen() ? correlations->solidusOverTg : correlations->liquidusOverTg, false);
  }
  m_plot->setModel(model);
  m_fits->tell(lines, model.stale);
  m_copy->setEnabled(!lines.empty());
}

void CorrelationsPage::showSelection() {
  if (m_result.freshness() == Freshness::Current)
    m_plot->setSelected(m_session.desk.selection());
}

void CorrelationsPage::copyFits() {
  QGuiApplication::clipboard()->setText(widgets::toTabSeparated(m_fits->numbers()));
}

}  // namespace vitrine::app
