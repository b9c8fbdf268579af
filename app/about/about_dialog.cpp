#include "app/about/about_dialog.h"

#include "app/about/libraries.h"
#include "app/cli/command_line.h"
#include "app/pages/model_names.h"
#include "app/services/model_library.h"
#include "app/services/reference_library.h"
#include "widgets/theme/units.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace vitrine::app {

namespace {

constexpr QSize kSize(680, 520);

QString words(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A citation whose DOI can be followed.
QString linked(const ReferenceLibrary& references, const std::string& key) {
  QString text = references.citation(key).toHtmlEscaped();
  const auto found = references.content().references.find(key);
  if (found != references.content().references.end() && !found->second.doi.empty()) {
    const QString doi = QString::fromStdString(found->second.doi).toHtmlEscaped();
    text.replace(QStringLiteral("doi:") + doi,
                 QStringLiteral("<a href=\"https://doi.org/%1\">doi:%1</a>").arg(doi));
  }
  return text;
}

/// The card's features, one line for each group of models, which it calls by their keys.
QString featureList(const prediction::ModelCard& card) {
  QString text = QString::fromStdString(card.features).toHtmlEscaped();
  for (std::size_t i = 0; i < regression::kModelKinds.size(); ++i)
    text.replace(predictorKey(i), predictorTitle(i));
  if (text.endsWith(u'.'))
    text.chop(1);
  return QStringLiteral("<ul><li>%1</li></ul>")
      .arg(text.split(QStringLiteral(". ")).join(QStringLiteral("</li><li>")));
}

QTextBrowser* browser(const QString& html, const QString& name) {
  auto* text = new QTextBrowser;
  text->setAccessibleName(name);
  text->setOpenExternalLinks(true);
  text->setFrameShape(QFrame::NoFrame);
  text->setHtml(html);
  return text;
}

}  // namespace

AboutDialog::AboutDialog(const Workbench& workbench, QWidget* parent) : QDialog(parent) {
  setWindowTitle(tr("About Vitrine"));
  resize(kSize);
  auto* tabs = new QTabWidget(this);
  tabs->setAccessibleName(tr("Parts of this page"));
  tabs->addTab(programPage(workbench), tr("Program"));
  tabs->addTab(modelsPage(workbench), tr("Models"));
  tabs->addTab(librariesPage(), tr("Libraries"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(tabs, 1);
  layout->addWidget(buttons);
}

QWidget* AboutDialog::programPage(const Workbench& workbench) {
  const QString html =
      QStringLiteral("<h2>Vitrine %1</h2><p>%2</p><p>%3</p><p>%4</p><p>%5</p>")
          .arg(words(cli::version()),
               tr("A workbench for metallic glasses: edit an alloy and see its melting and "
                  "glass-transition temperature with their uncertainty, its relaxation time, and "
                  "the composition triangle around it."),
               tr("© 2026 the Vitrine developers. Free software under the GNU General Public "
                  "License, version 3 or later. It comes without any warranty."),
               tr("The method follows:"), linked(workbench.references, "que2025"));
  return browser(html, tr("Program"));
}

QWidget* AboutDialog::modelsPage(const Workbench& workbench) {
  QString html;
  for (const prediction::Property property : {prediction::Property::Tg, prediction::Property::Tm}) {
    const QString name = words(prediction::propertyName(property));
    html += QStringLiteral("<h3>%1</h3>").arg(name);
    const auto model = workbench.models.model(property);
    if (!model) {
      const QString failure = workbench.models.failure(property);
      html += QStringLiteral("<p>%1</p>")
                  .arg((failure.isEmpty() ? tr("The models are being loaded.") : failure)
                           .toHtmlEscaped());
      continue;
    }
    const prediction::ModelCard& card = model->card();
    html += QStringLiteral("<p>%1</p>")
                .arg(tr("Trained on %1 alloys of %2 on %3.")
                         .arg(card.rows)
                         .arg(QString::fromStdString(card.dataName).toHtmlEscaped(),
                              QString::fromStdString(card.trained).toHtmlEscaped()));
    const auto score = card.groupedScores.find("blend");
    if (score != card.groupedScores.end())
      html += QStringLiteral("<p>%1</p>")
                  .arg(tr("On alloy systems it has not seen: root mean square error %1 K; %2 % of "
                          "the alloys "
                          "lie inside their 90 % interval, %3 K wide in the mean.")
                           .arg(widgets::numberText(score->second.rmseK, 1),
                                widgets::numberText(100.0 * card.coverage90, 0),
                                widgets::numberText(card.meanWidthK, 0)));
    html += QStringLiteral("<p><b>%1</b> %2</p><p><b>%3</b></p>%4")
                .arg(tr("Data:"), QString::fromStdString(card.dataSources).toHtmlEscaped(),
                     tr("What the models see of an alloy:"), featureList(card));
  }
  return browser(html, tr("Models"));
}

QWidget* AboutDialog::librariesPage() {
  auto* list = new QTreeWidget;
  list->setAccessibleName(tr("Libraries"));
  list->setRootIsDecorated(false);
  list->setAlternatingRowColors(true);
  list->setHeaderLabels({tr("Library"), tr("Version"), tr("Licence"), tr("For")});
  for (const Library& library : libraries())
    new QTreeWidgetItem(list, {library.name, library.version, library.licence, library.purpose});
  for (int column = 0; column < 3; ++column)
    list->resizeColumnToContents(column);
  return list;
}

}  // namespace vitrine::app
