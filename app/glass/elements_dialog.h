#pragma once

#include <QDialog>

#include <cstddef>
#include <vector>

class QComboBox;
class QPushButton;

namespace vitrine::app {

/// Asks which elements the numbered kinds of atoms of a file are.
class ElementsDialog : public QDialog {
  Q_OBJECT

 public:
  /// @param atoms  of each type
  /// @param known  atomic number of each type; 0 where the file does not say
  ElementsDialog(const QString& file, const std::vector<std::size_t>& atoms,
                 const std::vector<int>& known, QWidget* parent);

  /// Atomic number of each type; 0 where it is not chosen yet.
  [[nodiscard]] std::vector<int> chosen() const;

 private:
  void check();

  std::vector<QComboBox*> m_elements;
  std::vector<std::size_t> m_atoms;
  QPushButton* m_accept = nullptr;
};

}  // namespace vitrine::app
