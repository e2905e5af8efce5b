# Helpers that give every target of ours the same flags.

# lutra_target(<target> [EXCEPTIONS]): LLVM's compile flags (no exceptions, RTTI as LLVM has it) and our warnings.
function(lutra_target target)
  cmake_parse_arguments(ARG "EXCEPTIONS" "" "" ${ARGN})
  if(ARG_EXCEPTIONS)
    set(LLVM_REQUIRES_EH ON)
    set(LLVM_REQUIRES_RTTI ON)
  endif()
  llvm_update_compile_flags(${target})
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wno-unused-parameter)
  if(LUTRA_ENABLE_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(LUTRA_SANITIZE)
    # libMLIR.so is not instrumented: vptr checks would report its types.
    target_compile_options(${target} PRIVATE -fsanitize=${LUTRA_SANITIZE} -fno-sanitize=vptr -fno-omit-frame-pointer)
    target_link_options(${target} PRIVATE -fsanitize=${LUTRA_SANITIZE} -fno-sanitize=vptr)
  endif()
endfunction()

# lutra_add_tool(<name> <sources>...): an executable linked to libLutra and the shared MLIR.
function(lutra_add_tool name)
  add_executable(${name} ${ARGN})
  lutra_target(${name})
  # The imported target MLIR does not carry LLVM in its link interface.
  target_link_libraries(${name} PRIVATE Lutra MLIR LLVM)
  install(TARGETS ${name} EXPORT LutraTargets RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()
