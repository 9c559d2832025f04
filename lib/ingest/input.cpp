// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/input.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "ideary/error.hpp"
#include "ingest/hash.hpp"
#include "ingest/source_entry.hpp"
#include "source/document.hpp"
#include "source/formats.hpp"
#include "source/records/speaker_tally.hpp"
#include "source/unpack.hpp"

namespace ideary::ingesting {
namespace {

constexpr std::size_t piece = 256 * 1024;
constexpr std::size_t head_size = 64 * 1024; ///< bytes that decide between records and a document

std::string reason(int error) {
    return std::generic_category().message(error);
}

/// Opens a regular file without blocking on a fifo. problem: why it cannot be read.
int open_regular(const std::string &path, std::string &problem) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat about {};
    if (fd < 0 || ::fstat(fd, &about) != 0) {
        problem = reason(errno);
    } else if (!S_ISREG(about.st_mode)) {
        problem = "it is no regular file";
    }
    return fd;
}

/// A file opened for reading; remembers what went wrong instead of throwing.
class RawFile {
  public:
    explicit RawFile(const std::string &path) : fd_(open_regular(path, problem_)) {
        if (fd_ >= 0 && !problem_.empty()) {
            problem_ += "; give what it says by standard input";
        }
    }
    RawFile(const RawFile &) = delete;
    RawFile &operator=(const RawFile &) = delete;
    ~RawFile() {
        if (fd_ >= 0) {
            ::close(fd_);
        }
    }
    const std::string &problem() const { return problem_; }

    std::size_t read(char *buffer, std::size_t size) {
        while (problem_.empty()) {
            const ssize_t count = ::read(fd_, buffer, size);
            if (count >= 0) {
                return static_cast<std::size_t>(count);
            }
            if (errno != EINTR) {
                problem_ = reason(errno);
            }
        }
        return 0;
    }

  private:
    std::string problem_;
    int fd_;
};

/// Decompresses our own archives: no limit on the ratio.
class OwnGzip {
  public:
    explicit OwnGzip(const std::string &path) {
        const int fd = open_regular(path, problem_);
        if (problem_.empty()) {
            file_ = gzdopen(fd, "rb");
            problem_ = file_ == nullptr ? reason(ENOMEM) : "";
        }
        if (file_ == nullptr && fd >= 0) {
            ::close(fd);
        }
    }
    OwnGzip(const OwnGzip &) = delete;
    OwnGzip &operator=(const OwnGzip &) = delete;
    ~OwnGzip() {
        if (file_ != nullptr) {
            gzclose_r(file_);
        }
    }
    const std::string &problem() const { return problem_; }

    std::size_t read(char *buffer, std::size_t size) {
        if (!problem_.empty()) {
            return 0;
        }
        const int count = gzread(file_, buffer, static_cast<unsigned>(std::min(size, piece)));
        int error = Z_OK;
        const char *text = gzerror(file_, &error);
        if (count < 0 || (count == 0 && error == Z_BUF_ERROR)) {
            problem_ = error == Z_ERRNO ? reason(errno) : std::string(text);
            return 0;
        }
        return static_cast<std::size_t>(count);
    }

  private:
    gzFile file_ = nullptr;
    std::string problem_;
};

/// Decompressed bytes of an input, and everything that can be wrong with them.
class Bytes {
  public:
    Bytes(const Input &input, BytesCallback read_bytes) : read_bytes_(std::move(read_bytes)) {
        if (input.compressed_by_us) {
            own_ = std::make_unique<OwnGzip>(input.file);
            return;
        }
        file_ = std::make_unique<RawFile>(input.file);
        unpacker_ = std::make_unique<source::Unpacker>(
            [this](char *buffer, std::size_t size) { return read_raw(buffer, size); });
    }

    std::size_t read(char *buffer, std::size_t size) {
        if (own_ == nullptr) {
            return unpacker_->read(buffer, size);
        }
        const std::size_t count = own_->read(buffer, size);
        note(buffer, count);
        return count;
    }

    std::string problem() const {
        const std::string &failed = own_ != nullptr ? own_->problem() : file_->problem();
        if (!failed.empty() || own_ != nullptr) {
            return failed;
        }
        if (unpacker_->bomb()) {
            return "unpacked it is more than 200 times its size";
        }
        return unpacker_->damaged() ? "its gzip packing is damaged or cut off" : "";
    }
    std::string hash() const { return hasher_.text(); }
    std::uint64_t count() const { return count_; }

  private:
    std::size_t read_raw(char *buffer, std::size_t size) {
        const std::size_t count = file_->read(buffer, size);
        note(buffer, count);
        return count;
    }
    void note(const char *buffer, std::size_t count) {
        hasher_.add(buffer, count);
        count_ += count;
        if (read_bytes_) {
            read_bytes_(count);
        }
    }

    BytesCallback read_bytes_;
    std::unique_ptr<RawFile> file_;
    std::unique_ptr<source::Unpacker> unpacker_;
    std::unique_ptr<OwnGzip> own_;
    Hasher hasher_;
    std::uint64_t count_ = 0;
};

} // namespace

Scan scan(const Input &input, const BytesCallback &read_bytes) {
    Scan result;
    Bytes bytes(input, read_bytes);
    std::vector<char> buffer(piece);
    source::SpeakerTally tally;
    bool decided = false, is_list = false;
    const auto decide = [&] {
        decided = true;
        const std::string_view head = std::string_view(result.text).substr(0, head_size);
        result.records = source::is_record_stream(head, input.path);
        is_list = !result.records && source::is_json_list(head);
    };
    while (const std::size_t count = bytes.read(buffer.data(), buffer.size())) {
        const std::size_t room = source::max_document_size + 1 - result.text.size();
        if (!result.records) {
            result.text.append(buffer.data(), std::min(count, room));
        }
        if (result.records || is_list || !decided) {
            tally.add({buffer.data(), count});
        }
        if (!decided && result.text.size() >= head_size) {
            decide();
        }
        if (is_list && result.text.size() > source::max_json_list_size) {
            result.records = true;
        }
        result.text = result.records ? std::string() : std::move(result.text);
        // Bytes past the limit are not needed, except for the hash of archived input.
        if (decided && !result.records && room <= count && !input.is_stdin) {
            break;
        }
    }
    if (!decided) {
        decide();
    }
    if (result.records) {
        result.text = {};
        result.are_talks = tally.most_have_speakers();
    }
    result.problem = bytes.problem();
    result.hash = bytes.hash();
    result.bytes = bytes.count();
    return result;
}

source::Reader open_reader(const Input &input, const BytesCallback &read_bytes) {
    auto bytes = std::make_shared<Bytes>(input, read_bytes);
    const std::string path = printable_path(input.path);
    return [bytes, path](char *buffer, std::size_t size) {
        const std::size_t count = bytes->read(buffer, size);
        if (count == 0 && !bytes->problem().empty()) {
            throw Error(ErrorKind::io, "cannot read " + path + " any more: " + bytes->problem(),
                        "Nothing was changed; try again");
        }
        return count;
    };
}

} // namespace ideary::ingesting
