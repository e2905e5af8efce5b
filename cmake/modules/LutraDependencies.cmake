# Finds MLIR and LLVM, sets up ccache, lld and the compile flags that LLVM's headers need.

# /usr/lib/llvm-22 is where Debian's packages live; it is not on CMake's default search path.
set(LUTRA_LLVM_ROOT /usr/lib/llvm-22 CACHE PATH "Where LLVM and MLIR 22.1 are installed")
find_package(MLIR 22.1 REQUIRED CONFIG HINTS ${LUTRA_LLVM_ROOT})
message(STATUS "Using MLIR ${LLVM_PACKAGE_VERSION} from ${MLIR_DIR}")
list(APPEND CMAKE_MODULE_PATH ${MLIR_CMAKE_DIR} ${LLVM_CMAKE_DIR})
set(MLIR_LINK_MLIR_DYLIB ON)
include(TableGen)
include(AddLLVM)
include(AddMLIR)

find_program(LUTRA_LLD NAMES ld.lld HINTS ${LLVM_TOOLS_BINARY_DIR} NO_DEFAULT_PATH)
if(LUTRA_LLD)
  # Neither gcc nor clang finds Debian's ld.lld-22 by -fuse-ld=lld alone: -B names its folder.
  add_link_options(-B${LLVM_TOOLS_BINARY_DIR} -fuse-ld=lld)
endif()
include(HandleLLVMOptions)

include_directories(SYSTEM ${LLVM_INCLUDE_DIRS} ${MLIR_INCLUDE_DIRS})
include_directories(${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/include)
link_directories(${LLVM_BUILD_LIBRARY_DIR})
# LLVM_DEFINITIONS is one string with blanks: add_definitions() of it would mangle the last -D.
separate_arguments(LLVM_DEFINITIONS_LIST NATIVE_COMMAND "${LLVM_DEFINITIONS}")
add_definitions(${LLVM_DEFINITIONS_LIST})

find_program(LUTRA_CCACHE ccache)
if(LUTRA_ENABLE_CCACHE AND LUTRA_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${LUTRA_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_CXX_COMPILER_LAUNCHER})
endif()

# Lattice reduction of error tables (libflint-dev).
find_path(LUTRA_FLINT_INCLUDE NAMES flint/fmpz_lll.h REQUIRED)
find_library(LUTRA_FLINT NAMES flint REQUIRED)
find_library(LUTRA_GMP NAMES gmp REQUIRED)
