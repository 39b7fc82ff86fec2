;;; flymake-newslint.el --- Check news articles with newslint as you type  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT
;; Package-Requires: ((emacs "27.1"))
;; Keywords: text, tools

;;; Commentary:

;; A backend for Flymake.  It sends the buffer, saved or not, to the command's standard input:
;;
;;     (require 'flymake-newslint)
;;     (add-hook 'text-mode-hook #'flymake-newslint-setup)
;;
;; Rules that compare articles need several articles, so they report nothing here.

;;; Code:

(require 'flymake)

(defgroup flymake-newslint nil
  "Check news articles with newslint."
  :group 'flymake)

(defcustom flymake-newslint-program "newslint"
  "The command, by name or by path."
  :type 'string)

(defcustom flymake-newslint-arguments nil
  "Options for the command besides those that this backend needs."
  :type '(repeat string))

(defvar-local flymake-newslint--process nil
  "The current run on this buffer; the results of older runs are ignored.")

;;;###autoload
(defun flymake-newslint-setup ()
  "Check this buffer with newslint."
  (add-hook 'flymake-diagnostic-functions #'flymake-newslint nil t)
  (flymake-mode 1))

(defun flymake-newslint (report &rest _)
  "Run newslint on the buffer and call REPORT with what it finds."
  (unless (executable-find flymake-newslint-program)
    (error "Cannot find the command `%s'; install it or set `flymake-newslint-program'" flymake-newslint-program))
  (let ((older flymake-newslint--process))
    ;; Deleting a process calls its sentinel, which must not report then.
    (setq flymake-newslint--process nil)
    (when (process-live-p older)
      (delete-process older)))
  (let* ((source (current-buffer))
         (name (if buffer-file-name (file-relative-name buffer-file-name) "<buffer>"))
         (tick (buffer-chars-modified-tick))
         (started
          (make-process
           :name "flymake-newslint"
           :buffer (generate-new-buffer " *flymake-newslint*")
           :command `(,flymake-newslint-program ,@flymake-newslint-arguments
                      "--quiet" "--format" "jsonl" ,(concat "--stdin-filename=" name) "-")
           :connection-type 'pipe
           ;; Line ends as in the buffer, so that offsets match its positions.
           :coding 'utf-8-unix
           :noquery t
           :sentinel
           (lambda (process _event)
             (unless (process-live-p process)
               (unwind-protect
                   ;; The offsets are those of the text that was sent: after a change they may lie anywhere, also
                   ;; behind the end.  Flymake calls again for the new text.
                   (when (and (buffer-live-p source)
                              (eq process (buffer-local-value 'flymake-newslint--process source))
                              (eql tick (buffer-chars-modified-tick source)))
                     (funcall report (flymake-newslint--read (process-buffer process) source)))
                 (kill-buffer (process-buffer process))))))))
    (setq flymake-newslint--process started)
    (save-restriction
      (widen)
      ;; If the command exits without reading, as after an invalid option, it says why; ignore the broken pipe.
      (ignore-errors
        ;; While a long text is sent, Emacs runs timers, and so perhaps a newer check, which deletes this process.
        (process-send-region started (point-min) (point-max))
        (process-send-eof started)))))

(defun flymake-newslint--read (output source)
  "Return the diagnostics in OUTPUT for SOURCE: one finding or error per line."
  (let (found)
    (with-current-buffer output
      (goto-char (point-min))
      (while (not (eobp))
        (let ((line (buffer-substring-no-properties (point) (line-end-position))))
          (cond
           ((string-prefix-p "{" line)
            (push (flymake-newslint--finding (json-parse-string line :object-type 'alist :null-object nil) source) found))
           ;; Show errors on the first line: a buffer without diagnostics would look correct.
           ((string-prefix-p "newslint: error: " line)
            (push (flymake-newslint--diagnostic source (flymake-newslint--line source 1) "error" line) found))))
        (forward-line 1)))
    (nreverse found)))

(defun flymake-newslint--finding (finding source)
  "Return the diagnostic for one FINDING, an alist, in the buffer SOURCE."
  (let-alist finding
    (flymake-newslint--diagnostic
     source
     ;; The article of a record is escaped inside one line of the buffer; mark that line.
     (if .record
         (flymake-newslint--line source .record)
       (with-current-buffer source
         (save-restriction
           (widen)
           (cons (+ (point-min) .start.offset) (+ (point-min) .end.offset)))))
     .severity
     (format "%s [%s]" .message .rule))))

(defun flymake-newslint--line (source number)
  "Return where line NUMBER of the buffer SOURCE begins and ends."
  (with-current-buffer source
    (save-excursion
      (save-restriction
        (widen)
        (goto-char (point-min))
        (forward-line (1- number))
        (cons (point) (line-end-position))))))

(defun flymake-newslint--diagnostic (source region severity text)
  "Return a diagnostic of SEVERITY with TEXT for REGION of the buffer SOURCE."
  (flymake-make-diagnostic
   source (car region) (cdr region)
   (pcase severity ("error" :error) ("warning" :warning) (_ :note))
   text))

(provide 'flymake-newslint)

;;; flymake-newslint.el ends here
