# Configures, builds and runs this project against Lutra's build tree or a fresh install tree: cmake -P run.cmake.
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "exit status ${status}: ${command}")
  endif()
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
if(TREE STREQUAL install)
  run(${CMAKE_COMMAND} --install ${LUTRA_BINARY_DIR} --prefix ${SCRATCH}/first)
  # A package that can be moved is moved before it is used.
  file(RENAME ${SCRATCH}/first ${SCRATCH}/prefix)
  set(package ${SCRATCH}/prefix/${LIBDIR}/cmake/lutra)
else()
  set(package ${LUTRA_BINARY_DIR})
endif()
run(${CMAKE_COMMAND} -G ${GENERATOR} -S ${SOURCE_DIR} -B ${SCRATCH}/build -DCMAKE_BUILD_TYPE=Release
  -DCMAKE_C_COMPILER=${C_COMPILER} -DCMAKE_CXX_COMPILER=${CXX_COMPILER} -DLutra_DIR=${package})
run(${CMAKE_COMMAND} --build ${SCRATCH}/build)
run(${SCRATCH}/build/cube-example)
