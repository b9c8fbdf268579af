#pragma once

#include <QObject>

#include <optional>

class QApplication;
class QDBusVariant;

namespace vitrine::widgets {

/// Whether the desktop asks programs to be dark. Qt 6.4 knows this only where a platform theme
/// hands it a palette, so the desktop portal is asked as well; its word counts where it has one.
class DesktopTheme : public QObject {
  Q_OBJECT

 public:
  explicit DesktopTheme(QApplication& application);

  [[nodiscard]] bool isDark() const;

 signals:
  void changed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private slots:
  void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

 private:
  void askPortal();
  void readPalette();

  std::optional<bool> m_portalDark;
  bool m_paletteDark = false;
  bool m_reading = false;
};

}  // namespace vitrine::widgets
