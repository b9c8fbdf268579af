#include "tests/support/widget_walk.h"
#include "widgets/jobs/job_row.h"
#include "widgets/jobs/job_strip.h"

#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace vitrine::widgets;

namespace {

int visibleRows(const JobStrip& strip) {
  int count = 0;
  for (const JobRowView* row : strip.findChildren<JobRowView*>())
    count += row->isHidden() ? 0 : 1;
  return count;
}

JobRow job(const char* id, std::optional<double> fraction) {
  JobRow row;
  row.id = QString::fromLatin1(id);
  row.title = QStringLiteral("Map of ") + row.id;
  row.fraction = fraction;
  return row;
}

}  // namespace

class TestJobStrip : public QObject {
  Q_OBJECT

 private slots:
  void quickJobsDoNotFlicker() {
    JobStrip strip;
    strip.setDelay(60);
    strip.setModel({{job("Tg", 0.1)}});
    QVERIFY(strip.isHidden());
    strip.setModel({});
    QTest::qWait(120);
    QVERIFY(strip.isHidden());
  }

  void slowJobsAppearByThemselves() {
    JobStrip strip;
    strip.setDelay(30);
    strip.setModel({{job("Tg", 0.1)}});
    QVERIFY(strip.isHidden());
    QTRY_VERIFY(!strip.isHidden());
    QCOMPARE(visibleRows(strip), 1);
    // The same job is not new because its progress is.
    strip.setModel({{job("Tg", 0.6)}});
    QVERIFY(!strip.isHidden());
    strip.setModel({});
    QVERIFY(strip.isHidden());
  }

  void progressIsShown() {
    JobStrip strip;
    strip.setDelay(0);
    strip.setModel({{job("Tg", 0.437), job("Tm", std::nullopt)}});
    strip.show();
    const auto bars = strip.findChildren<QProgressBar*>();
    QCOMPARE(bars.size(), 2);
    QCOMPARE(bars[0]->value() * 100 / bars[0]->maximum(), 43);
    QCOMPARE(bars[1]->maximum(), 0);  // busy
    QVERIFY(bars[0]->accessibleName().contains(QLatin1String("Map of Tg")));
  }

  void theTitleIsRead() {
    // As in a status bar, which gives a widget no more than it asks for.
    JobStrip strip;
    strip.setDelay(0);
    strip.setModel({{job("Tg", 0.437)}});
    strip.resize(strip.sizeHint());
    strip.show();
    const auto labels = strip.findChildren<QLabel*>();
    const auto title = std::find_if(labels.begin(), labels.end(), [](const QLabel* label) {
      return label->text() == QLatin1String("Map of Tg");
    });
    QVERIFY(title != labels.end());
    QVERIFY((*title)->width() >= (*title)->fontMetrics().horizontalAdvance((*title)->text()));
    // A long failure is shortened there and told in full by its tool tip.
    JobRow failed = job("Tm", 0.2);
    failed.failure = QString(400, u'x');
    strip.setModel({{failed}});
    QVERIFY(strip.sizeHint().width() < 60 * strip.fontMetrics().height());
    QVERIFY((*title)->toolTip().contains(failed.failure));
  }

  void cancelNamesItsJob() {
    JobStrip strip;
    strip.setDelay(0);
    JobRow fixed = job("load", 0.5);
    fixed.cancellable = false;
    strip.setModel({{job("Tg", 0.4), job("Tm", 0.2), fixed}});
    strip.resize(500, strip.sizeHint().height());
    strip.show();
    QSignalSpy cancelled(&strip, &JobStrip::cancelRequested);
    const auto buttons = strip.findChildren<QToolButton*>();
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    QCOMPARE(cancelled.first().at(0).toString(), QStringLiteral("Tm"));
    buttons[0]->setFocus();
    QTest::keyClick(buttons[0], Qt::Key_Space);
    QCOMPARE(cancelled.last().at(0).toString(), QStringLiteral("Tg"));
    QVERIFY(buttons[2]->isHidden());
    const QStringList faults = vitrine::test::walkFaults(strip);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
  }

  void failuresStayUntilTheyAreRead() {
    JobStrip strip;
    JobRow failed = job("Tm", 0.2);
    failed.failure = QStringLiteral("The model file is damaged.");
    strip.setModel({{failed}});
    QVERIFY(!strip.isHidden());  // at once, however short it ran
    bool said = false;
    for (const QLabel* label : strip.findChildren<QLabel*>())
      said = said || label->text().contains(failed.failure);
    QVERIFY(said);
    QSignalSpy dismissed(&strip, &JobStrip::dismissed);
    QSignalSpy cancelled(&strip, &JobStrip::cancelRequested);
    QTest::mouseClick(strip.findChild<QToolButton*>(), Qt::LeftButton);
    QCOMPARE(dismissed.size(), 1);
    QCOMPARE(cancelled.size(), 0);
  }
};

QTEST_MAIN(TestJobStrip)
#include "tst_job_strip.moc"
