//===- Sandbox.h - What an external program may not do -----------*- C++ -*-===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two kernel mechanisms, both without privileges and kept across exec:
// Landlock (Linux 5.13) forbids file accesses by folder, seccomp filters forbid
// system calls. Where the kernel lacks one, the program runs without it and the
// report says so.
//
//===----------------------------------------------------------------------===//
#ifndef LUTRA_LIB_MULTIPLIER_EXTERNAL_SANDBOX_H
#define LUTRA_LIB_MULTIPLIER_EXTERNAL_SANDBOX_H

namespace lutra::external {

enum class Sandbox {
  /// A compiler or simulator: reads and runs what belongs to the system and to
  /// itself, reads and writes beneath its folder, opens no TCP connection. What
  /// it is given may name any file, in more ways than its text shows.
  Tool,
  /// A program made of a user's source: reads and maps system libraries and
  /// its folder, writes only to descriptors that are open, starts nothing,
  /// signals no one, opens no socket.
  Untrusted
};

/// Which of a sandbox's mechanisms the kernel has.
struct Guards {
  bool landlock = false, seccomp = false;
};
/// Asks the kernel, once.
Guards availableGuards();

/// Confines the calling process, to be called between fork and exec; allocates
/// nothing. A tool may read beneath the paths of `own`, which ends with null,
/// besides the system's. False when a mechanism that is available could not be
/// applied.
bool enterSandbox(Sandbox kind, const char *folder, const char *const *own,
                  Guards guards);

} // namespace lutra::external

#endif // LUTRA_LIB_MULTIPLIER_EXTERNAL_SANDBOX_H
