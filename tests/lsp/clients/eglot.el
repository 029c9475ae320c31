;;; eglot.el --- What a person does in Emacs: open a report, see the findings, apply a fix, save.  -*- lexical-binding: t -*-

;; The environment tells which file to open and what to do; what was seen goes to a file as JSON.  Nothing reads keys
;; in batch mode, so commands are called where a person would press keys.

(require 'json)
(require 'cl-lib)
(require 'flymake)

(defvar gxlint-given (json-read-from-string (decode-coding-string (getenv-internal "GXLINT_TEST") 'utf-8)))

(defun gxlint-given (name)
  (alist-get name gxlint-given))

(defun gxlint-await (what condition)
  (let ((end (+ (float-time) (gxlint-given 'patience))))
    (while (not (funcall condition))
      (when (> (float-time) end)
        (error "Waited in vain: %s" what))
      (accept-process-output nil 0.05))))

(defun gxlint-place (position)
  "Line and column in bytes of POSITION, from 0."
  (save-excursion
    (goto-char position)
    (vector (1- (line-number-at-pos))
            (string-bytes (buffer-substring-no-properties (line-beginning-position) position)))))

(defun gxlint-shown ()
  (vconcat
   (mapcar (lambda (one)
             (vector (flymake-diagnostic-text one)
                     (gxlint-place (flymake-diagnostic-beg one))
                     (gxlint-place (flymake-diagnostic-end one))))
           (flymake-diagnostics))))

(defvar gxlint-told -1
  "The newest version of the report whose findings the server has told.")

(defun gxlint-listen ()
  (cl-defmethod eglot-handle-notification :after
    (_server (_method (eql textDocument/publishDiagnostics)) &key version &allow-other-keys)
    (setq gxlint-told (max gxlint-told version))))

(defun gxlint-work ()
  (load (gxlint-given 'configuration) nil t)
  (gxlint-listen)
  (find-file (gxlint-given 'file))
  (unless (eglot-current-server)
    (apply #'eglot (eglot--guess-contact)))
  (unless flymake-mode
    (flymake-mode 1))
  (let ((findings (gxlint-given 'findings)) first second mark before)
    (gxlint-await "the findings" (lambda () (= (length (flymake-diagnostics)) findings)))
    (setq first (gxlint-shown)
          before gxlint-told)
    (goto-char (point-min))
    (search-forward (gxlint-given 'bookmark))
    (setq mark (- (point) 3))
    (goto-char mark)
    (cl-letf ((last-nonmenu-event ?\r) ; else it opens a menu
              ((symbol-function 'completing-read)
               (lambda (_prompt collection &rest _)
                 (cl-find-if (lambda (title) (string-prefix-p (gxlint-given 'title) title))
                             (all-completions "" collection))))
              ((symbol-function 'read-key) (lambda (&rest _) ?y))
              ((symbol-function 'y-or-n-p) (lambda (&rest _) t))
              ((symbol-function 'yes-or-no-p) (lambda (&rest _) t)))
      (eglot-code-actions mark mark "quickfix" t))
    (eglot--signal-textDocument/didChange) ; otherwise sent when Emacs is idle, which it never is here
    (gxlint-await "the findings after the fix"
                  (lambda () (and (> gxlint-told before) (= (length (flymake-diagnostics)) (1- findings)))))
    (setq second (gxlint-shown))
    (save-buffer)
    (with-temp-file (gxlint-given 'out)
      (set-buffer-file-coding-system 'utf-8-unix)
      (insert (json-encode (list (cons 'first first) (cons 'second second)))))))

(set-language-environment "UTF-8")
(gxlint-work)
(kill-emacs 0)
