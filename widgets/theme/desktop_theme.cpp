#include "widgets/theme/desktop_theme.h"

#include "widgets/theme/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QEvent>

namespace vitrine::widgets {

namespace {

// https://flatpak.github.io/xdg-desktop-portal: org.freedesktop.portal.Settings
const auto kService = QStringLiteral("org.freedesktop.portal.Desktop");
const auto kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const auto kGroup = QStringLiteral("org.freedesktop.appearance");
const auto kKey = QStringLiteral("color-scheme");

/// Long enough for a portal that runs, short enough for the eye; one that has to be started first
/// reports by its signal or not at all.
constexpr int kPatienceMs = 80;

/// 1 asks for dark, 2 for light, 0 has no preference. `Read` wraps the number twice.
std::optional<bool> wantsDark(QVariant value) {
  while (value.canConvert<QDBusVariant>())
    value = value.value<QDBusVariant>().variant();
  const uint preference = value.toUInt();
  if (preference == 1)
    return true;
  if (preference == 2)
    return false;
  return std::nullopt;
}

}  // namespace

DesktopTheme::DesktopTheme(QApplication& application) {
  m_paletteDark = widgets::isDark(QApplication::palette());
  application.installEventFilter(this);
  askPortal();
}

bool DesktopTheme::isDark() const {
  return m_portalDark.value_or(m_paletteDark);
}

void DesktopTheme::askPortal() {
  // Without a session bus in the environment, asking for it would start a search for one.
  if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
    return;
  QDBusConnection bus = QDBusConnection::sessionBus();
  if (!bus.isConnected())
    return;
  // The slot is looked up by the names of its parameters, which QtDBus registers when it likes.
  qRegisterMetaType<QDBusVariant>("QDBusVariant");
  bus.connect(kService, kPath, kInterface, QStringLiteral("SettingChanged"), this,
              SLOT(onSettingChanged(QString, QString, QDBusVariant)));
  QDBusMessage question =
      QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
  question << kGroup << kKey;
  question.setAutoStartService(false);
  const QDBusMessage answer = bus.call(question, QDBus::Block, kPatienceMs);
  if (answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty())
    m_portalDark = wantsDark(answer.arguments().constFirst());
}

void DesktopTheme::onSettingChanged(const QString& group, const QString& key,
                                    const QDBusVariant& value) {
  if (group != kGroup || key != kKey)
    return;
  m_portalDark = wantsDark(value.variant());
  emit changed();
}

bool DesktopTheme::eventFilter(QObject* watched, QEvent* event) {
  // The platform theme tells every window; one answer is enough.
  if (event->type() == QEvent::ThemeChange && !m_reading && watched->isWindowType())
    QMetaObject::invokeMethod(this, &DesktopTheme::readPalette, Qt::QueuedConnection);
  return QObject::eventFilter(watched, event);
}

void DesktopTheme::readPalette() {
  // Our own palette hides the desktop's; without it, the application shows what the platform says.
  m_reading = true;
  const QPalette ours = QApplication::palette();
  QApplication::setPalette(QPalette());
  const bool dark = widgets::isDark(QApplication::palette());
  QApplication::setPalette(ours);
  m_reading = false;
  if (dark == m_paletteDark)
    return;
  m_paletteDark = dark;
  emit changed();
}

}  // namespace vitrine::widgets
