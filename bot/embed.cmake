# kintsugi_embed(TARGET NAME FOLDER FILES...): compiles the files into TARGET. Their contents, sorted by name, are
# `kintsugi::embedded::NAME()` of "embedded/NAME.hpp": pairs of path below FOLDER and bytes, alive as long as the program.
function(kintsugi_embed target name folder)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  set(assembly ".section .rodata\n")
  set(externs "")
  set(rows "")
  set(number 0)
  list(SORT ARGN)
  foreach(file IN LISTS ARGN)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${folder} OUTPUT_VARIABLE path)
    set(symbol kintsugi_${name}_${number})
    string(APPEND assembly ".global ${symbol}\n.global ${symbol}_end\n${symbol}:\n.incbin \"${path}\"\n${symbol}_end:\n.byte 0\n")
    string(APPEND externs "extern \"C\" const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND rows "        {\"${file}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
    list(APPEND paths ${path})
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",@progbits\n")
  file(CONFIGURE OUTPUT ${out}/${name}.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${out}/${name}.hpp @ONLY CONTENT
"#pragma once
#include <string_view>
#include <utility>
#include <vector>

namespace kintsugi::embedded {
[[nodiscard]] const std::vector<std::pair<std::string_view, std::string_view>>& ${name}();
}
")
  file(CONFIGURE OUTPUT ${out}/${name}.cpp @ONLY CONTENT
"#include \"embedded/${name}.hpp\"

${externs}
namespace kintsugi::embedded {

const std::vector<std::pair<std::string_view, std::string_view>>& ${name}()
{
    static const std::vector<std::pair<std::string_view, std::string_view>> files{
${rows}    };
    return files;
}

} // namespace kintsugi::embedded
")
  set_source_files_properties(${out}/${name}.S PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE ${out}/${name}.S ${out}/${name}.cpp)
  target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_BINARY_DIR})
endfunction()
