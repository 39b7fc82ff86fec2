;;; try.el --- Opens an article in Emacs, waits for the server's findings, applies the fixes, and writes what it saw.  -*- lexical-binding: t -*-
(require 'json)
(require 'project)
(require 'eglot)
(require 'flymake)

(setq inhibit-message t
      eglot-sync-connect t  ; a busy machine may need more than the default of three seconds
      eglot-connect-timeout 90
      eglot-autoshutdown nil
      eglot-confirm-server-initiated-edits nil
      flymake-no-changes-timeout nil)
(let* ((folder (file-name-as-directory (getenv "FOLDER")))
       (expected (string-to-number (getenv "EXPECTED")))
       (coding-system-for-read 'utf-8)
       (deadline (+ (float-time) 60))
       (seen '()) (hover "") server)
  (setq project-find-functions (list (lambda (_) (cons 'transient folder))))
  (add-to-list 'eglot-server-programs (list 'text-mode (getenv "SERVER")))
  (find-file (getenv "ARTICLE"))
  (text-mode)
  (apply #'eglot (eglot--guess-contact))
  (setq server (eglot-current-server))
  (unless eglot--managed-mode (eglot--maybe-activate-editing-mode))
  (flymake-mode 1)
  (while (and (< (length (flymake-diagnostics)) expected) (< (float-time) deadline))
    (flymake-start)
    (accept-process-output nil 0.1))
  (dolist (found (flymake-diagnostics))
    (save-excursion
      (goto-char (flymake-diagnostic-beg found))
      (push (list (cons 'line (line-number-at-pos))
                  (cons 'column (1+ (- (point) (line-beginning-position))))
                  (cons 'rule (plist-get (alist-get 'eglot-lsp-diag (flymake-diagnostic-data found)) :code)))
            seen)))
  (when (flymake-diagnostics)
    (goto-char (flymake-diagnostic-beg (car (flymake-diagnostics))))
    (setq hover (plist-get (plist-get (jsonrpc-request server :textDocument/hover
                                                       (eglot--TextDocumentPositionParams))
                                      :contents)
                           :value)))
  (let ((actions (jsonrpc-request
                  server :textDocument/codeAction
                  (list :textDocument (eglot--TextDocumentIdentifier)
                        :range (list :start (eglot--pos-to-lsp-position (point-min))
                                     :end (eglot--pos-to-lsp-position (point-max)))
                        :context (list :diagnostics [] :only ["source.fixAll"])))))
    (mapc (lambda (action) (eglot--apply-workspace-edit (plist-get action :edit))) actions))
  (let ((fixed (buffer-substring-no-properties (point-min) (point-max)))
        (coding-system-for-write 'utf-8-unix)
        (json-encoding-pretty-print nil))
    (with-temp-file (expand-file-name "seen.json" (getenv "NOTES"))
      (insert (json-encode (list (cons 'seen (vconcat seen)) (cons 'hover hover) (cons 'fixed fixed))))))
  (set-buffer-modified-p nil)
  (eglot-shutdown server))
