#pragma once

namespace vitrine::app {

class ComputedStructures;
class Document;
class GeneratorLibrary;
class JobRunner;
class MeasuredPatterns;
class ModelLibrary;
class ReferenceLibrary;
class ResultStore;
class TableDesk;
class ThermodynamicDatabase;

/// What the presenters work with. All of it outlives them.
struct Workbench {
  Document& document;
  TableDesk& desk;
  JobRunner& runner;
  ResultStore& store;
  ModelLibrary& models;
  ReferenceLibrary& references;
  GeneratorLibrary& generators;
  MeasuredPatterns& measured;
  ThermodynamicDatabase& thermodynamics;
  ComputedStructures& computed;
};

}  // namespace vitrine::app
