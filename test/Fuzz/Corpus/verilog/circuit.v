`timescale 1ns/1ps
`include "x.vh"
`define W 8
module cell #(parameter P = (1 + 2)) (input [7:0] a, b, output reg signed [`W-1:0] p);
  function [3:0] f; input [3:0] x; f = x; endfunction
  always @(*) p = $signed(a) * 8'hff + "st\"r";
endmodule
module \top+1 (p, a, b);
  output [7:0] p; input signed [7:0] a, b; // $fopen
  cell #(.P(2)) u0 (.a(a), .b(b), .p(p));
  initial $display("x");
endmodule
