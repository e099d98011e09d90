// An expression as a list of steps: what is the same whatever the steps look like (letters.cpp, program.cpp).
#pragma once

#include <cstdint>
#include <vector>

#include "match/syntax.hpp"

namespace zhibiao::match {

// `Own` puts the steps: put_characters, put_split, put_jump, put_save, put_border, put_end, put_match give the number of the step;
// set_split(split, first, other), set_jump(jump, to); here() is the number of the next one; fits(repeat) says whether it can be
// written. Any of them may throw Unfit.
template <typename Own>
class StepWriter {
 public:
  struct Unfit {};

  // False where the expression cannot be written as steps.
  bool write_whole(const Syntax& syntax) {
    try {
      own().put_save(0);
      write(syntax.root);
      own().put_save(1);
      own().put_match();
    } catch (const Unfit&) {
      return false;
    }
    return true;
  }

 private:
  using Kind = SyntaxNode::Kind;

  Own& own() { return static_cast<Own&>(*this); }

  void write(const SyntaxNode& node) {
    switch (node.kind) {
      case Kind::empty: break;
      case Kind::characters: own().put_characters(node.characters); break;
      case Kind::sequence:
        for (const SyntaxNode& part : node.parts) write(part);
        break;
      case Kind::choice: write_choice(node); break;
      case Kind::repeat: write_repeat(node); break;
      case Kind::group:
        if (node.group > 0) own().put_save(2 * node.group);
        write(node.parts[0]);
        if (node.group > 0) own().put_save(2 * node.group + 1);
        break;
      case Kind::text_end: own().put_end(); break;
      case Kind::word_border: own().put_border(); break;
    }
  }

  void write_choice(const SyntaxNode& node) {
    std::vector<std::uint32_t> jumps;
    for (std::size_t k = 0; k < node.parts.size(); ++k) {
      const bool last = k + 1 == node.parts.size();
      const std::uint32_t split = last ? 0 : own().put_split();
      write(node.parts[k]);
      if (last) break;
      jumps.push_back(own().put_jump(0));
      own().set_split(split, split + 1, own().here());
    }
    for (const std::uint32_t jump : jumps) own().set_jump(jump, own().here());
  }

  // Into the turn that stands behind the split, or out of the repetition.
  void set_turn(std::uint32_t split, std::uint32_t out, bool greedy) {
    if (greedy) own().set_split(split, split + 1, out);
    else own().set_split(split, out, split + 1);
  }

  void write_repeat(const SyntaxNode& node) {
    if (!own().fits(node)) throw Unfit{};
    for (int k = 0; k < node.min; ++k) write(node.parts[0]);
    if (node.max == SyntaxNode::unlimited) {
      const std::uint32_t split = own().put_split();
      write(node.parts[0]);
      own().put_jump(split);
      set_turn(split, own().here(), node.greedy);
      return;
    }
    std::vector<std::uint32_t> splits;
    for (int k = node.min; k < node.max; ++k) {
      splits.push_back(own().put_split());
      write(node.parts[0]);
    }
    for (const std::uint32_t split : splits) set_turn(split, own().here(), node.greedy);
  }
};

}  // namespace zhibiao::match
