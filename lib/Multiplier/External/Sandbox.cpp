//===- Sandbox.cpp - What an external program may not do ------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Sandbox.h"
#include <cstddef>
#include <cstdint>
#include <iterator>

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))
#define LUTRA_HAS_SANDBOX 1
#include <cerrno>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

using namespace lutra::external;

#ifdef LUTRA_HAS_SANDBOX

//===----------------------------------------------------------------------===//
// Landlock. Its header may be older than the kernel, so the interface
// (Documentation/userspace-api/landlock.rst) is written out here.
//===----------------------------------------------------------------------===//

namespace {
constexpr long createRulesetCall = 444, addRuleCall = 445,
               restrictSelfCall = 446;
enum Access : uint64_t {
  Execute = 1 << 0,
  WriteFile = 1 << 1,
  ReadFile = 1 << 2,
  ReadFolder = 1 << 3,
  /// Removing and making entries of every kind.
  ChangeFolder = 0x1ff << 4,
  /// Since versions 2, 3 and 5.
  Refer = 1 << 13,
  Truncate = 1 << 14,
  DeviceControl = 1 << 15,
};
struct RulesetAttributes {
  uint64_t files, network;
};
struct __attribute__((packed)) PathRule {
  uint64_t allowed;
  int32_t folder;
};
} // namespace

static int landlockVersion() {
  long version = syscall(createRulesetCall, nullptr, 0, 1U);
  return version < 0 ? 0 : int(version);
}

/// Allows accesses beneath a path; a path that is not there needs none, and a
/// file takes those of a file.
static bool allow(int ruleset, const char *path, uint64_t accesses) {
  int descriptor = open(path, O_PATH | O_CLOEXEC);
  if (descriptor < 0)
    return true;
  struct stat status;
  if (fstat(descriptor, &status) == 0 && !S_ISDIR(status.st_mode))
    accesses &= Execute | WriteFile | ReadFile | Truncate | DeviceControl;
  PathRule rule{accesses, descriptor};
  bool ok = syscall(addRuleCall, ruleset, 1, &rule, 0) == 0;
  close(descriptor);
  return ok;
}

/// Programs, libraries, headers and settings of compilers; nothing that a user
/// keeps.
static constexpr const char *systemPaths[] = {"/bin",
                                              "/sbin",
                                              "/lib",
                                              "/lib32",
                                              "/lib64",
                                              "/libx32",
                                              "/usr",
                                              "/nix/store",
                                              "/gnu/store",
                                              "/etc/clang",
                                              "/dev/null",
                                              "/dev/zero",
                                              "/dev/random",
                                              "/dev/urandom",
                                              "/etc/ld.so.cache",
                                              "/etc/ld.so.conf",
                                              "/etc/ld.so.conf.d"};

static bool enterLandlock(Sandbox kind, const char *folder,
                          const char *const *own) {
  int version = landlockVersion();
  uint64_t writing = WriteFile | ChangeFolder;
  if (version >= 2)
    writing |= Refer;
  if (version >= 3)
    writing |= Truncate;
  if (version >= 5)
    writing |= DeviceControl;
  constexpr uint64_t reading = Execute | ReadFile | ReadFolder;
  RulesetAttributes attributes{reading | writing,
                               version >= 4 ? uint64_t(3) : 0};
  size_t size = version >= 4 ? sizeof(attributes) : sizeof(uint64_t);
  int ruleset = int(syscall(createRulesetCall, &attributes, size, 0U));
  if (ruleset < 0)
    return false;
  bool ok = true;
  if (kind == Sandbox::Tool) {
    ok = allow(ruleset, folder, reading | writing) &&
         allow(ruleset, "/dev/null", writing & (WriteFile | Truncate));
    for (const char *path : systemPaths)
      ok = ok && allow(ruleset, path, reading);
    for (; *own; ++own)
      ok = ok && allow(ruleset, *own, reading);
  } else {
    // Its own file and the dynamic loader's.
    ok = allow(ruleset, folder, reading) &&
         allow(ruleset, "/etc/ld.so.cache", ReadFile);
    for (const char *path : {"/lib", "/lib64", "/usr/lib", "/usr/lib64"})
      ok = ok && allow(ruleset, path, reading);
  }
  ok = ok && syscall(restrictSelfCall, ruleset, 0U) == 0;
  close(ruleset);
  return ok;
}

//===----------------------------------------------------------------------===//
// Seccomp: what the loader, libc and arithmetic need, and no more
//===----------------------------------------------------------------------===//

#if defined(__x86_64__)
static constexpr uint32_t architecture = AUDIT_ARCH_X86_64;
#else
static constexpr uint32_t architecture = AUDIT_ARCH_AARCH64;
#endif

/// System calls that are let through.
static constexpr uint32_t allowedCalls[] = {
    SYS_read,
    SYS_write,
    SYS_close,
    SYS_fstat,
    SYS_lseek,
    SYS_mmap,
    SYS_mprotect,
    SYS_munmap,
    SYS_mremap,
    SYS_madvise,
    SYS_brk,
    SYS_pread64,
    SYS_readv,
    SYS_writev,
    SYS_exit,
    SYS_exit_group,
    SYS_futex,
    SYS_rt_sigaction,
    SYS_rt_sigprocmask,
    SYS_rt_sigreturn,
    SYS_getpid,
    SYS_gettid,
    SYS_set_tid_address,
    SYS_set_robust_list,
    SYS_getrandom,
    SYS_clock_gettime,
    SYS_readlinkat,
    SYS_faccessat,
    SYS_newfstatat,
    SYS_uname,
    SYS_getuid,
    SYS_geteuid,
    SYS_getgid,
    SYS_getegid,
    SYS_sigaltstack,
    SYS_rseq,
    SYS_execve,
    SYS_statx,
#if defined(__x86_64__)
    SYS_arch_prctl,
    SYS_access,
    SYS_readlink,
    SYS_stat,
#endif
};
/// Calls that no function of two operands makes by the way: the program is
/// ended. All others fail with ENOSYS, as on an older kernel.
static constexpr uint32_t fatalCalls[] = {
    SYS_clone,    SYS_clone3,    SYS_socket,   SYS_kill,      SYS_tgkill,
    SYS_tkill,    SYS_ptrace,    SYS_unlinkat, SYS_mkdirat,   SYS_symlinkat,
    SYS_linkat,   SYS_renameat2, SYS_truncate, SYS_ftruncate, SYS_fchmodat,
    SYS_fchownat, SYS_execveat,  SYS_openat2,  SYS_mknodat,   SYS_chdir,
#if defined(__x86_64__)
    SYS_fork,     SYS_vfork,     SYS_unlink,   SYS_mkdir,     SYS_rmdir,
    SYS_symlink,  SYS_link,      SYS_rename,   SYS_renameat,  SYS_creat,
    SYS_chmod,    SYS_chown,     SYS_mknod,    SYS_lchown,
#endif
};

/// open's third and openat's argument: reading only, and nothing created.
static constexpr uint32_t writingFlags =
    O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;

namespace {
/// A filter of fixed size: no allocation after fork.
struct Filter {
  sock_filter code[256];
  unsigned short length = 0;

  void add(sock_filter instruction) { code[length++] = instruction; }
  void load(size_t offset) {
    add(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, uint32_t(offset)));
  }
  void result(uint32_t action) { add(BPF_STMT(BPF_RET | BPF_K, action)); }
  void resultIf(uint32_t value, uint32_t action) {
    add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1));
    result(action);
  }
  /// Of call `number`, allowed when no bit of `mask` is set in an argument,
  /// else `action`. The accumulator holds the number before and after.
  void allowUnlessBits(uint32_t number, unsigned argument, uint32_t mask,
                       uint32_t action) {
    add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 4));
    load(offsetof(seccomp_data, args) + 8 * argument);
    add(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, mask, 0, 1));
    result(action);
    result(SECCOMP_RET_ALLOW);
  }
};
} // namespace

static bool enterSeccomp() {
  static_assert(2 * (std::size(allowedCalls) + std::size(fatalCalls)) + 40 <
                std::size(Filter{}.code));
  Filter filter;
  filter.load(offsetof(seccomp_data, arch));
  filter.add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0));
  filter.result(SECCOMP_RET_KILL_PROCESS);
  filter.load(offsetof(seccomp_data, nr));
  // The x32 interface of x86-64 numbers the same calls from 2^30.
  filter.add(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1));
  filter.result(SECCOMP_RET_KILL_PROCESS);
  for (uint32_t call : allowedCalls)
    filter.resultIf(call, SECCOMP_RET_ALLOW);
  for (uint32_t call : fatalCalls)
    filter.resultIf(call, SECCOMP_RET_KILL_PROCESS);
  filter.allowUnlessBits(SYS_openat, 2, writingFlags, SECCOMP_RET_KILL_PROCESS);
#if defined(__x86_64__)
  filter.allowUnlessBits(SYS_open, 1, writingFlags, SECCOMP_RET_KILL_PROCESS);
#endif
  // libc asks for limits; a new limit would be a pointer in argument 2.
  constexpr uint32_t missing = SECCOMP_RET_ERRNO | ENOSYS;
  filter.allowUnlessBits(SYS_prlimit64, 2, ~uint32_t(0), missing);
  filter.result(missing);
  sock_fprog program{filter.length, filter.code};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

Guards lutra::external::availableGuards() {
  static const Guards guards = [] {
    Guards found;
    found.landlock = landlockVersion() > 0;
    uint32_t action = SECCOMP_RET_KILL_PROCESS;
    found.seccomp =
        syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
    return found;
  }();
  return guards;
}

bool lutra::external::enterSandbox(Sandbox kind, const char *folder,
                                   const char *const *own, Guards guards) {
  // Both mechanisms want this of a process without privileges, and set-user-id
  // programs lose their privileges by it.
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
    return false;
  if (guards.landlock && !enterLandlock(kind, folder, own))
    return false;
  return kind == Sandbox::Tool || !guards.seccomp || enterSeccomp();
}

#else // no sandbox on this system

Guards lutra::external::availableGuards() { return {}; }
bool lutra::external::enterSandbox(Sandbox, const char *, const char *const *,
                                   Guards) {
  return true;
}

#endif
