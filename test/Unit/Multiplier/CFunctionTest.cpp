//===- CFunctionTest.cpp - C functions, run and refused -------------------===//
//
// Part of the Lutra project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "../../../lib/Multiplier/External/Sandbox.h"
#include "TestFiles.h"

using namespace lutra;
using namespace lutra::test;

namespace {
class CFunctionTest : public FileTest {
protected:
  void SetUp() override {
    LUTRA_NEEDS_PROGRAM("cc");
    FileTest::SetUp();
  }
};
} // namespace

/// A circuit as EvoApproxLib writes them: bits in, bits out.
static std::string circuit(const std::string &signature) {
  return "// WCE = 4\n// PDK45_PWR = 0.1 mW\n#include <stdint.h>\n" +
         signature +
         "\n{\n  uint64_t O = 0;\n"
         "  /* 4 a + b, as wires */\n"
         "  O |= ((B >> 0) & 1) << 0;\n  O |= ((B >> 1) & 1) << 1;\n"
         "  O |= ((A >> 0) & 1) << 2;\n  O |= ((A >> 1) & 1) << 3;\n"
         "  return O;\n}\n";
}

TEST_F(CFunctionTest, Circuit) {
  Multiplier m = load("f.c", circuit("uint64_t mul2u_XY(const uint64_t A,"
                                     "const uint64_t B)"));
  EXPECT_EQ(m.lhs(), u(2));
  EXPECT_EQ(m.rhs(), u(2));
  for (int a = 0; a < 4; ++a)
    for (int b = 0; b < 4; ++b)
      EXPECT_EQ(m(a, b), 4 * a + b);
  EXPECT_EQ(m.metadata().format, "c-function");
  EXPECT_EQ(m.metadata().description,
            "function mul2u_XY(A, B), its first parameter is the first "
            "operand; ui2 x ui2 as the name 'mul2u_XY' says; compiled by cc");
  ASSERT_TRUE(m.metadata().cost);
  EXPECT_EQ(m.metadata().cost->powerMW, 0.1);
  // WCE is 9: the header was another circuit's.
  ASSERT_EQ(warningsOf(m).size(), 1u);
  EXPECT_EQ(warningsOf(m)[0],
            "the header states other errors: WCE 4 (the table's is 12)");
}

TEST_F(CFunctionTest, OrderOfParameters) {
  Multiplier m = load("f.c", circuit("uint64_t mul2u_XY(const uint64_t B,"
                                     "const uint64_t A)"));
  EXPECT_EQ(m(1, 2), 4 * 2 + 1);
  EXPECT_EQ(warningsOf(m)[0],
            "the first operand is 'B' and the second 'A', as declared; import "
            "transposed if 'A' is meant to be the first");
  ImportOptions options;
  options.transpose = true;
  m = load("f.c", circuit("uint64_t mul2u_XY(uint64_t B, uint64_t A)"),
           options);
  EXPECT_EQ(m(1, 2), 4 * 1 + 2);
  EXPECT_EQ(m.metadata().operandOrder, "transposed");
}

/// The widths by name, the file's when the function's says less.
TEST_F(CFunctionTest, WidthsAndSignsByName) {
  auto types = [&](const char *file, const char *name) {
    Multiplier m = load(file, circuit(std::string("uint64_t ") + name +
                                      "(uint64_t A, uint64_t B)"));
    return m.lhs().str() + " x " + m.rhs().str();
  };
  EXPECT_EQ(types("f.c", "mul8x2u_1"), "ui8 x ui2");
  EXPECT_EQ(types("f.c", "mul3s"), "si3 x si3");
  EXPECT_EQ(types("f.c", "mult4_cgp14_wc3"), "ui4 x ui4");
  EXPECT_EQ(types("mul4u_AB.c", "mult4_cgp14_wc3"), "ui4 x ui4");
  EXPECT_EQ(types("mul5s_AB.c", "circuit"), "si5 x si5");
  EXPECT_EQ(refusal("f.c", circuit("uint64_t mul16u(uint64_t A, uint64_t B)")),
            "has operands of 16 bits by its name; expects 2 to 12");
  EXPECT_EQ(refusal("f.c", circuit("uint64_t f(uint64_t A, uint64_t B)")),
            "declares parameter A as uint64_t, which does not say how many "
            "bits the operand has; state the operands' widths");
  EXPECT_EQ(refusal("f.c", circuit("int f(int, int B)\n#define A 1\n")),
            "declares parameter the first as int, which does not say how many "
            "bits the operand has; state the operands' widths");
  ImportOptions options;
  options.bits = {3, 4};
  Multiplier m =
      load("f.c", circuit("uint64_t f(uint64_t A, uint64_t B)"), options);
  EXPECT_EQ(m.lhs(), u(3));
  EXPECT_EQ(m.rhs(), u(4));
  EXPECT_EQ(refusal("f.c", circuit("int f(int A, int B)"), options),
            "declares parameter A as int, which does not say whether the "
            "operand is signed; state the operand types");
  options.bits = {10, 4};
  EXPECT_EQ(refusal("f.c", circuit("int f(uint8_t A, uint8_t B)"), options),
            "declares parameter A as uint8_t, too narrow for an operand of 10 "
            "bits");
  options.bits = std::nullopt;
  options.types = OperandTypes(u(9), u(4));
  EXPECT_EQ(refusal("f.c", circuit("int f(uint8_t A, uint8_t B)"), options),
            "declares parameter A as uint8_t, too narrow for an operand of 9 "
            "bits");
}

/// An exact signed product in every form in which it is declared.
TEST_F(CFunctionTest, SignedDeclarations) {
  struct Case {
    const char *text, *note;
  };
  const Case cases[] = {
      // As it should be.
      {"int16_t mul8s_1(int8_t A, int8_t B) { return A * B; }", ""},
      // Unsigned patterns in and out.
      {"uint16_t mul8s_1(uint8_t A, uint8_t B) {"
       " return (int8_t)A * (int8_t)B; }",
       "; result sign-extended from 16 bits (declared uint16_t)"},
      {"uint64_t mul8s_1(uint64_t A, uint64_t B) {"
       " return (uint16_t)((int8_t)A * (int8_t)B); }",
       "; result sign-extended from 16 bits (declared uint64_t)"},
      // Sign-extended into the wide unsigned type.
      {"uint64_t mul8s_1(uint64_t A, uint64_t B) {"
       " return (int8_t)A * (int8_t)B; }",
       "; result sign-extended from 16 bits (declared uint64_t)"},
      // A signed type with room, and a pattern in it.
      {"int32_t mul8s_1(int8_t A, int8_t B) { return (uint16_t)(A * B); }",
       "; result sign-extended from 16 bits (declared int32_t, but never "
       "negative)"},
  };
  for (const Case &c : cases) {
    Multiplier m = load("f.c", std::string("#include <stdint.h>\n") + c.text);
    EXPECT_EQ(m.lhs(), s(8)) << c.text;
    EXPECT_TRUE(m.isExact()) << c.text;
    EXPECT_NE(
        m.metadata().description.find(std::string(c.note) + "; compiled by cc"),
        std::string::npos)
        << m.metadata().description;
  }
  // Unsigned operands are left alone.
  EXPECT_TRUE(load("f.c", "unsigned short mul8u_1(unsigned char a, const "
                          "unsigned char b) { return a * b; }")
                  .isExact());
  EXPECT_TRUE(load("f.c", "short f(signed char a, signed char b)"
                          "{ return a * b; }")
                  .isExact());
}

TEST_F(CFunctionTest, ChoiceOfFunction) {
  const char text[] =
      "/* int f(char a, char b) { } */\n"
      "#define g(x) {x}\n"
      "static const int table[2][2] = {{0, 1}, {1, 0}};\n"
      "struct pair { int x; };\n"
      "const char *text = \"int h(char a, char b) {\";\n"
      "static unsigned char half(unsigned char a, unsigned char b)"
      " { return a & b; }\n"
      "int three(int a, int b, int c) { return a; }\n"
      "double real(double a, double b) { return a; }\n"
      "int main(int argc, char **argv) { return 0; }\n"
      "unsigned int mul(unsigned char a, unsigned char b)\n"
      "{ if (a) { return half(a, b) + table[a & 1][b & 1]; } return 0; }\n";
  Multiplier m = load("f.c", text);
  EXPECT_EQ(m(3, 6), 2 + 1);
  ImportOptions options;
  options.function = "half";
  EXPECT_EQ(load("f.c", text, options)(3, 6), 2);
  options.function = "three";
  EXPECT_EQ(refusal("f.c", text, options),
            "has no function 'three' of two integers (has: half, mul)");
  std::string two = "unsigned f(unsigned char a, unsigned char b) { return 1; }"
                    "\nunsigned g(unsigned char a, unsigned char b)"
                    " { return 2; }\n";
  EXPECT_EQ(refusal("f.c", two),
            "has several functions of two integers: f, g; name the one to "
            "read");
  EXPECT_EQ(refusal("f.c", "int x;\n"),
            "holds no function of two integers and to an integer");
}

TEST_F(CFunctionTest, HeadersBeside) {
  write("half.h", "#include \"more/part.h\"\nstatic int twice(int x)"
                  " { return 2 * part(x); }\n");
  ASSERT_FALSE(llvm::sys::fs::create_directory(path("more")));
  write("more/part.h", "static int part(int x) { return x + 1; }\n");
  const char text[] = "#include \"half.h\"\n#include <math.h>\n"
                      "int f(unsigned char a, unsigned char b)"
                      " { return twice(a) + b + (int)floor(0.5); }\n";
  EXPECT_EQ(load("f.c", text)(3, 4), 12);
  for (const char *include : {"\"/etc/passwd\"", "\"../x.h\"", "\"a/../../x\""})
    EXPECT_EQ(refusal("f.c", std::string("#include ") + include + "\n" + text),
              std::string("includes ") + include +
                  ": expects a path within the file's own folder");
  write("lutra_main.c", "int main(void) { return 0; }\n");
  EXPECT_EQ(
      refusal("f.c", std::string("#include \"lutra_main.c\"\n") + text),
      "includes \"lutra_main.c\": names that begin with lutra_ are taken");
  EXPECT_EQ(refusal("f.c", std::string("#include </etc/passwd>\n") + text),
            "includes </etc/passwd>: expects a header of the compiler");
  EXPECT_EQ(refusal("f.c", std::string("#include NAME\n") + text),
            "has on line 1 an #include of no file name");
}

/// The ways to read files that the text shows, as the compiler reads it:
/// comments are blanks, continued lines one.
TEST_F(CFunctionTest, ReadingOtherFilesIsRefused) {
  std::string text = "int f(unsigned char a, unsigned char b) { return a; }\n";
  const std::pair<const char *, const char *> cases[] = {
      {"\n#import \"x.h\"", "has on line 2 an #import: expects #include"},
      {"#include_next <x.h>",
       "has on line 1 an #include_next: expects #include"},
      {"char c[] = {\n#embed \"x.h\"\n};",
       "has on line 2 an #embed: expects #include"},
      {"#if __has_include(\"/x.h\")\n#endif",
       "includes \"/x.h\": expects a path within the file's own folder"},
      {"#if __has_include(</x.h>)\n#endif",
       "includes </x.h>: expects a header of the compiler"},
      {"#define F \"/x.h\"\n#if __has_include (F)\n#endif",
       "has on line 2 an __has_include of no file name"},
      {"__asm__(\"b:  .incbin \\\"/x.h\\\"\");",
       "has on line 1 '.incbin', which reads another file"},
      {"const char *s = R\"(\" /* )\";", "has on line 1 a raw string, which is "
                                         "not read"},
      {"%: inc\\\nlude \"/x.h\"",
       "includes \"/x.h\": expects a path within the file's own folder"},
      {"/* \n */ # /* \n */ include \"/x.h\"",
       "includes \"/x.h\": expects a path within the file's own folder"},
      {"#include \"\\ \n/x.h\"",
       "includes \"/x.h\": expects a path within the file's own folder"},
      {"// \\\n#include \"y.h\"\n#include \"/x.h\"",
       "includes \"/x.h\": expects a path within the file's own folder"}};
  for (auto [way, message] : cases)
    EXPECT_EQ(refusal("f.c", std::string(way) + "\n" + text), message);
  // In comments and other names they are nothing.
  EXPECT_EQ(load("f.c", "/* #import \"x\" */ // .incbin\n#define import 1\n"
                        "#ifdef __has_include\n#endif\n"
                        "const char *s = \"#embed /* \\\" //\";\n" +
                            text)(3, 4),
            3);
  // Headers are found behind a continued line, and where they are asked for.
  write("own.h", "#define OWN 5\n");
  EXPECT_EQ(load("f.c", "#define TWO \\\n 2\n#if __has_include(\"own.h\")\n"
                        "#include \"own.h\"\n#endif\n"
                        "int f(unsigned char a, unsigned char b)"
                        " { return OWN + TWO; }\n")(3, 4),
            7);
}

/// What macros hide is seen by the compiler alone, which runs in a sandbox.
TEST_F(CFunctionTest, FilesElsewhereAreNotRead) {
  if (!external::availableGuards().landlock)
    GTEST_SKIP() << "this system has no Landlock";
  ASSERT_FALSE(llvm::sys::fs::create_directory(path("source")));
  std::string secret = write("secret.h", "#define SECRET 7\n");
  std::string text = "unsigned char f(unsigned char a, unsigned char b)"
                     " { return SECRET; }\n";
  std::string bytes = "extern const char bytes[];\nunsigned char f(unsigned "
                      "char a, unsigned char b) { return bytes[1]; }\n";
  for (const std::string &way :
       {"#define LINK(x) #x\n__asm__(\".data\\nbytes: .inc\" \"bin \\\"" +
            secret + "\\\"\\n.text\");\n" + bytes,
        "__attribute__((section(\".data\\nbytes: .inc\" \"bin \\\"" + secret +
            "\\\"\\n#\"))) int x = 1;\n" + bytes,
        "#define I __has_include\n#if I(\"" + secret +
            "\")\n#define SECRET 1\n#else\n#error none\n#endif\n" + text,
        "#pragma GCC dependency \"" + secret + "\"\n" + text})
    EXPECT_NE(refusal("source/f.c", way), "") << way;
}

TEST_F(CFunctionTest, LinksDoNotLeadOut) {
  ASSERT_FALSE(llvm::sys::fs::create_directory(path("source")));
  write("secret.h", "#define SECRET 7\n");
  write("source/own.h", "#define SECRET 5\n");
  std::string text = "#include \"link.h\"\nunsigned char f(unsigned char a, "
                     "unsigned char b) { return SECRET; }\n";
  ASSERT_FALSE(
      llvm::sys::fs::create_link("../secret.h", path("source/link.h")));
  EXPECT_EQ(refusal("source/f.c", text),
            "needs file '" + path("source/link.h") +
                "': a symbolic link leads out of its folder");
  llvm::sys::fs::remove(path("source/link.h"));
  ASSERT_FALSE(llvm::sys::fs::create_link("own.h", path("source/link.h")));
  EXPECT_EQ(load("source/f.c", text)(0, 0), 5);
}

TEST_F(CFunctionTest, WrongSourcesAreRefused) {
  std::string head = "int f(unsigned char a, unsigned char b) { ";
  EXPECT_EQ(refusal("f.c", head + "return a +; }").substr(0, 30),
            "was refused by the C compiler:");
  EXPECT_EQ(refusal("f.c", head + "static int n; return n++; }"),
            "has a memory: f(0, 0) depends on the calls before");
  EXPECT_EQ(refusal("f.c", "#include <stdlib.h>\n" + head +
                               "if (a == 9) exit(0); return 1; }"),
            "ended its program before function f gave all products");
  EXPECT_EQ(refusal("f.c", head + "return a / (b - b); }"),
            "made function f end by a signal (Floating point exception)");
  EXPECT_EQ(refusal("f.c", "long long f(unsigned char a, unsigned char b)"
                           " { return 1LL << 40; }"),
            "gives f(0, 0) = 1099511627776, which no product of ui8 x ui8 is");
}

TEST_F(CFunctionTest, EndlessLoop) {
  ImportOptions options;
  options.timeLimitSeconds = 0.5;
  EXPECT_EQ(refusal("f.c",
                    "int f(unsigned char a, unsigned char b)"
                    " { volatile int x = 1; while (x) ; return a; }",
                    options),
            "took function f more than 0.5 s");
}

/// A program that asks for more than the limit gets no memory.
TEST_F(CFunctionTest, MemoryLimit) {
  EXPECT_EQ(load("f.c", "#include <stdlib.h>\n"
                        "int f(unsigned char a, unsigned char b)"
                        " { return malloc(8ull << 30) != 0; }")(1, 1),
            0);
}

/// Every way to leave the sandbox ends the program, from functions that run
/// before main as well; nothing is written.
TEST_F(CFunctionTest, ReachingOutIsRefused) {
  if (!external::availableGuards().seccomp)
    GTEST_SKIP() << "this system has no seccomp filters";
  std::string evil = path("evil");
  const std::string actions[] = {
      "fopen(\"" + evil + "\", \"w\")",
      "open(\"" + evil + "\", O_CREAT | O_WRONLY, 0600)",
      "system(\"touch " + evil + "\")",
      "mkdir(\"" + evil + "\", 0700)",
      "rename(\"" + path("victim") + "\", \"" + evil + "\")",
      "unlink(\"" + path("victim") + "\")",
      "truncate(\"" + path("victim") + "\", 0)",
      "symlink(\"/\", \"" + evil + "\")",
      "chmod(\"" + path("victim") + "\", 0)",
      "socket(AF_INET, SOCK_STREAM, 0)",
      "kill(getppid(), SIGTERM)",
      "fork()"};
  write("victim", "untouched");
  for (const std::string &action : actions) {
    std::string head = "#include <stdio.h>\n#include <stdlib.h>\n"
                       "#include <fcntl.h>\n#include <signal.h>\n"
                       "#include <unistd.h>\n#include <sys/stat.h>\n"
                       "#include <sys/socket.h>\n";
    const std::string programs[] = {
        head +
            "int f(unsigned char a, unsigned char b)"
            " { (void)" +
            action + "; return a * b; }",
        head + "__attribute__((constructor)) void first(void) { (void)" +
            action +
            "; }\nint f(unsigned char a, unsigned char b) { return a * b; }"};
    for (const std::string &program : programs)
      EXPECT_EQ(refusal("f.c", program),
                "made function f try what a function of two operands has no "
                "need of (it may not write files, start programs, send signals "
                "or use the network), so it was stopped")
          << program;
  }
  EXPECT_FALSE(exists("evil"));
  EXPECT_EQ(read("victim"), "untouched");
}

/// What the function prints is no product.
TEST_F(CFunctionTest, PrintingIsHarmless) {
  EXPECT_TRUE(load("f.c", "#include <stdio.h>\n"
                          "int f(unsigned char a, unsigned char b)"
                          " { printf(\"%d\", a); fflush(stdout);"
                          " return a * b; }")
                  .isExact());
}

TEST_F(CFunctionTest, WithoutACompiler) {
  PathGuard guard(path("nothing"));
  EXPECT_EQ(refusal("f.c", "int f(unsigned char a, unsigned char b)"
                           " { return a * b; }"),
            "is a C function, which needs a C compiler: none of cc, gcc and "
            "clang is in PATH");
}
