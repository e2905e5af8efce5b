//===- Diagnostics.cpp - Diagnostics of readable length -------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Diagnostics.h"
#include "lutra/Dialect/Approx/IR/ShortText.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"

using namespace lutra;

void run::printDiagnostic(const llvm::SMDiagnostic &diagnostic, void *) {
  constexpr size_t maxLine = 500, maxMessage = 2000;
  std::string message = approx::shortText(diagnostic.getMessage(), maxMessage);
  llvm::StringRef line = diagnostic.getLineContents();
  int column = diagnostic.getColumnNo();
  if (line.size() <= maxLine && message == diagnostic.getMessage()) {
    diagnostic.print(nullptr, llvm::errs());
    return;
  }
  if (column < static_cast<int>(maxLine)) {
    std::string start = line.size() <= maxLine
                            ? line.str()
                            : (line.take_front(maxLine) + "...").str();
    llvm::SMDiagnostic(*diagnostic.getSourceMgr(), diagnostic.getLoc(),
                       diagnostic.getFilename(), diagnostic.getLineNo(), column,
                       diagnostic.getKind(), message, start, /*Ranges=*/{})
        .print(nullptr, llvm::errs());
    return;
  }
  // Where the column is far to the right, the position alone tells it.
  std::string position =
      (diagnostic.getFilename() + ":" + llvm::Twine(diagnostic.getLineNo()) +
       ":" + llvm::Twine(column + 1))
          .str();
  llvm::SMDiagnostic(position, diagnostic.getKind(), message)
      .print(nullptr, llvm::errs());
}
